import type { Language } from '../../model.ts'
import { type Finding, find } from '../finding.ts'
import { join, lineOf, type Place, parent } from '../place.ts'
import type { Repository } from '../repository.ts'
import { basics } from './defined.ts'
import type { Definition } from './definition.ts'
import { readLambdaRuntime } from './lambda-runtime.ts'
import { type SamApplication, samAt, samPatterns } from './sam-application.ts'
import { samBuild } from './sam-build.ts'
import { samManager } from './sam-manager.ts'
import { templateResources } from './sam-resources.ts'

/** A SAM application: a CloudFormation template with the serverless transform (case G15). */
export const sam: Definition = {
  id: 'sam',
  reads: [...samPatterns, 'Dockerfile', 'Dockerfile.*', 'package.json', 'build.gradle', 'build.gradle.kts'],
  find(place) {
    const application = samAt(place)
    if (!application) return null
    const { name, template } = application
    const proof = { path: place.at(name), line: template.line, says: `\`${template.says}\`` }
    const language = languageOf(place, application)
    const manager = samManager(place, application, language)
    return {
      tools: language,
      findings: [
        ...basics({ id: 'sam', definition: place.at(name), language }, proof),
        ...runtimeOf(place.repository, application, language),
        ...samBuild(place, application, language),
        ...(manager ? [find('packageManager', manager, proof)] : []),
        ...resourcesOf(place, application).map((need) => find('needs', need, proof)),
      ],
    }
  },
}

/** The kinds of resource that the deployment must be allowed to make: `aws resource: AWS::SQS::Queue`, with ` (named)` behind an own name. */
function resourcesOf(place: Place, { name, nested }: SamApplication): readonly string[] {
  const texts = [place.text(name) ?? '', ...nested.map((path) => place.repository.text(path) ?? '')]
  return templateResources(texts.join('\n')).map(({ type, named }) => `aws resource: ${type}${named ? ' (named)' : ''}`)
}

function languageOf(place: Place, application: SamApplication): Language | null {
  const named = application.runtimes.flatMap(({ language }) => language ?? [])
  const count = (language: Language) => named.filter((one) => one === language).length
  const most = named.toSorted((a, b) => count(b) - count(a))[0]
  return most ?? imageOf(place.repository, application)?.language ?? compiledOf(place, application)
}

/** The base image of a function that is an image. */
function imageOf(repository: Repository, { images, template }: SamApplication) {
  const names = [...template.dockerfiles, 'Dockerfile']
  for (const path of images.flatMap((context) => names.flatMap((name) => join(context, name) ?? []))) {
    const from = /^FROM\s.*?lambda\/([a-z]+:[\w.-]+)/m.exec(repository.text(path) ?? '')?.[1]
    const runtime = from === undefined ? null : readLambdaRuntime(from)
    if (runtime) return { ...runtime, path }
  }
  return null
}

const compiled: readonly { readonly file: string; readonly method: RegExp; readonly language: Language }[] = [
  { file: 'go.mod', method: /^go/, language: 'go' },
  { file: 'Cargo.toml', method: /^rust/, language: 'rust' },
]

/** `provided.al2023` runs what was compiled: the build method says from what, or the manifest beside the code or above it. */
function compiledOf({ root, repository }: Place, { code, template }: SamApplication): Language | null {
  const named = compiled.find(({ method }) => template.buildMethods.some((one) => method.test(one)))
  const folders = [...code, root].flatMap(withParents)
  const there = (folder: string) =>
    compiled.find(({ file }) => repository.has(folder === '.' ? file : `${folder}/${file}`))
  return (named ?? folders.flatMap((folder) => there(folder) ?? [])[0])?.language ?? null
}

function withParents(folder: string): readonly string[] {
  const above = parent(folder)
  return above === null ? [folder] : [folder, ...withParents(above)]
}

function runtimeOf(repository: Repository, application: SamApplication, language: Language | null): readonly Finding[] {
  if (!language) return []
  const named = application.runtimes.find((one) => one.language === language && one.version !== null)
  const image = imageOf(repository, application)
  const [version, path] = named ? [named.version, named.path] : [image?.version, image?.path]
  if (!version || !path) return compiledRuntime(repository, application, language)
  const says = named ? `\`Runtime: ${named.id}\`` : repository.texts.seen.functionImage(image?.id ?? '')
  return [find('runtime', { name: language, version, from: path }, { path, line: named?.line ?? 1, says })]
}

/** What is compiled for `provided.al2023` is pinned by its own manifest. */
function compiledRuntime(repository: Repository, { code }: SamApplication, language: Language): readonly Finding[] {
  if (language !== 'go') return []
  const paths = [...code, '.'].flatMap(withParents).map((folder) => (folder === '.' ? 'go.mod' : `${folder}/go.mod`))
  for (const path of new Set(paths)) {
    const version = /^go\s+(\d+\.\d+)/m.exec(repository.text(path) ?? '')?.[1]
    if (version === undefined) continue
    const proof = { path, line: lineOf(repository.text(path), /^go\s+\d/m), says: `go ${version}` }
    return [find('runtime', { name: 'go', version, from: path }, proof)]
  }
  return []
}
