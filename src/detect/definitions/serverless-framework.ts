import { type Finding, find } from '../finding.ts'
import type { Place } from '../place.ts'
import { basics } from './defined.ts'
import type { Definition } from './definition.ts'
import { type LambdaRuntime, readLambdaRuntime } from './lambda-runtime.ts'

const names = [
  'serverless.yml',
  'serverless.yaml',
  'serverless.json',
  'serverless.ts',
  'serverless.js',
  'serverless.cjs',
]

/** A service of the Serverless Framework. Read line by line: variables such as `${file(…)}` are no YAML for a parser to settle. */
export const serverlessFramework: Definition = {
  id: 'serverless-framework',
  reads: names,
  find(place) {
    const name = place.pick(...names)
    const text = name === undefined ? undefined : place.text(name)
    if (name === undefined || text === undefined || !/\bprovider\b/.test(text)) return null
    const proof = place.proof(name, place.texts.seen.serverless, /\bservice\b/)
    const written = /\bruntime["']?\s*:\s*["']?([\w.]+)/.exec(text)?.[1]
    const runtime = written === undefined ? null : readLambdaRuntime(written)
    const language = runtime?.language ?? null
    return {
      // Its plugins are npm packages, whatever language the functions have.
      tools: hasNode(place) ? 'node' : language,
      findings: [
        ...basics({ id: 'serverless-framework', definition: place.at(name), language }, proof),
        ...(runtime ? runtimeOf(place, name, runtime) : []),
        ...orphanLock(place),
        find('build', null, proof),
      ],
    }
  },
}

const hasNode = (place: Place) => place.pick('package.json', 'package-lock.json') !== undefined

/** The runtime of the functions, whatever installs the plugins. */
function runtimeOf(place: Place, name: string, { id, language, version }: LambdaRuntime): readonly Finding[] {
  const proof = place.proof(name, `\`runtime: ${id}\``, id)
  return language && version
    ? [find('runtime', { name: language, version, from: place.at(name) }, proof)]
    : [find('remark', place.texts.seen.runsOn(id, place.at(name)), proof)]
}

/** A lockfile without its manifest still names the package manager, and installs nothing. */
function orphanLock(place: Place) {
  if (place.has('package.json') || !place.has('package-lock.json')) return []
  const proof = place.proof('package-lock.json', place.texts.seen.noManifest)
  return [
    find('packageManager', { name: 'npm', version: null }, proof),
    find('install', null, proof),
    find('remark', place.texts.seen.noManifestRemark(place.at('package-lock.json')), proof),
  ]
}
