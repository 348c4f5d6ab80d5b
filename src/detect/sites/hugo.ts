import type { Detector } from '../detector.ts'
import { type Finding, find, type Proof } from '../finding.ts'
import { get, type Json, text } from '../json.ts'
import { nodeProject } from '../node/project.ts'
import { runScript } from '../node/run.ts'
import { programsOf } from '../node/scripts.ts'
import type { Command } from '../node/shell.ts'
import { lineOf, type Place } from '../place.ts'
import { managedVersion, type Pin, versionFile, versionManagerReads } from '../version-files.ts'

const extensions = ['toml', 'yaml', 'yml', 'json']
const named = [
  ...extensions.map((end) => `hugo.${end}`),
  ...['hugo', 'config'].flatMap((name) => extensions.map((end) => `config/_default/${name}.${end}`)),
]
const plain = ['config.toml', 'config.yaml', 'config.yml', 'config.json']

/** Hugo sites (case D10): `hugo.toml`, `config/_default/`, or a `config.toml` beside Hugo's folders. */
export const hugo: Detector = {
  id: 'hugo',
  stack: 'site',
  reads: [
    ...named,
    ...plain,
    'netlify.toml',
    '.hugo-version',
    '.gitmodules',
    '.github/workflows/*.yml',
    '.github/workflows/*.yaml',
    ...versionManagerReads,
  ],
  find(place) {
    const file = configOf(place)
    if (file === undefined) return []
    const config = settingsOf(place, file)
    const proof = place.proof(file, place.texts.seen.isConfiguration(file, 'Hugo'))
    const script = ownScript(place)
    const output = text(get(config, 'publishDir')) ?? text(get(config, 'publishdir')) ?? 'public'
    return [
      find('framework', { id: 'hugo', kind: 'static', major: null, spa: false }, proof),
      script ?? find('build', buildOf(place), proof),
      find('output', output.replace(/^\.\//, '').replace(/\/$/, ''), {
        ...proof,
        says: place.texts.seen.toolWritesTo('Hugo', output),
      }),
      ...version(place),
      ...theme(place, config),
    ]
  },
}

function configOf(place: Place): string | undefined {
  if (/(?:^|\/)config(?:\/[^/]+)?$/.test(place.root)) return undefined
  const own = place.pick(...named)
  if (own !== undefined || isTheme(place)) return isTheme(place) ? undefined : own
  const file = place.pick(...plain)
  const folders = place.folder.folders
  const marks = ['archetypes', 'layouts', 'themes', 'content'].filter((name) => folders.has(name)).length
  const speaks = /^\s*(?:baseURL|baseurl|theme|languageCode)\s*[=:]/im.test(
    file === undefined ? '' : (place.text(file) ?? ''),
  )
  return speaks && marks > 0 && !folders.has('sass') ? file : undefined
}

// A theme has a theme.toml and its example site in a folder of its own.
function isTheme(place: Place): boolean {
  return place.has('theme.toml') && !place.folder.folders.has('content')
}

function settingsOf(place: Place, file: string): Json | undefined {
  if (file.endsWith('.toml')) return place.toml(file)
  return file.endsWith('.json') ? place.json(file) : place.yaml(file)
}

// What Netlify runs in production is what its site is made with; Netlify's own variables mean nothing elsewhere.
function buildOf(place: Place): string {
  const command = /^\s*command\s*=\s*["']([^"']+)["']/m.exec(place.text('netlify.toml') ?? '')?.[1] ?? null
  return command !== null && /^hugo\b/.test(command) && !/[$&|;]/.test(command) ? command : 'hugo --gc --minify'
}

const scripts = ['build', 'build:prod', 'build:production', 'build:hugo', 'hugo:build']

/** A script of package.json that runs Hugo and more besides: styles that are compiled first, an index made afterwards. */
function ownScript(place: Place): Finding | null {
  const project = nodeProject(place)
  if (!project) return null
  const isBuild = ({ words }: Command) => isHugo(words) && !words.some((word) => word === 'server' || word === 'serve')
  const name = scripts.find((one) => {
    const programs = programsOf(project.manifest, one)
    return (
      programs.some(isBuild) &&
      programs.some((command) => !isHugo(command.words) && !cleans.has(command.words[0] ?? ''))
    )
  })
  if (name === undefined) return null
  const proof = place.proof('package.json', place.texts.seen.hugoScript(name), `"${name}":`)
  return find('build', runScript(project.manager.name, name), proof)
}

const isHugo = (words: readonly string[]) => /^hugo(?:-extended|-bin)?$/.test(words[0] ?? '')
const cleans: ReadonlySet<string> = new Set(['rimraf', 'rm', 'del', 'del-cli', 'echo', 'mkdir'])

/** The version by the first of: netlify.toml, `.hugo-version`, `.tool-versions` or `mise.toml`, a workflow. */
function version(place: Place): readonly Finding[] {
  const pins: readonly (Pin | undefined)[] = [
    netlify(place),
    versionFile(place, '.hugo-version'),
    managedVersion(place, ['hugo', 'hugo-extended']),
    workflow(place),
  ]
  for (const pin of pins) {
    const found = /(\d+\.\d+(?:\.\d+)?)/.exec(pin?.text ?? '')?.[1]
    if (!pin || found === undefined) continue
    const full = found.split('.').length === 2 ? `${found}.0` : found
    return [
      find('runtime', { name: 'hugo', version: full, from: pin.proof.path }, pin.proof),
      find('needs', `hugo ${full} (extended)`, pin.proof),
    ]
  }
  return []
}

function netlify(place: Place): Pin | undefined {
  const [line, value] = /^\s*HUGO_VERSION\s*=\s*["']([\d.]+)["']/m.exec(place.text('netlify.toml') ?? '') ?? []
  return value === undefined || line === undefined
    ? undefined
    : { text: value, proof: place.proof('netlify.toml', line.trim(), line.trim()) }
}

function workflow(place: Place): Pin | undefined {
  for (const [path, content] of place.repository.tree.files) {
    if (!path.startsWith('.github/workflows/')) continue
    const [line, value] = /^\s*(?:hugo-version|HUGO_VERSION):\s*["']?v?(\d+\.\d+(?:\.\d+)?)/m.exec(content) ?? []
    if (value !== undefined && line !== undefined)
      return { text: value, proof: { path, line: lineOf(content, line.trim()), says: line.trim() } }
  }
  return undefined
}

function theme(place: Place, config: Json | undefined): readonly Finding[] {
  const name = text(get(config, 'theme'))
  const proof: Proof = place.proof('.gitmodules', place.texts.seen.submoduleTheme, 'themes/')
  if (/path\s*=\s*\S*themes\//.test(place.text('.gitmodules') ?? ''))
    return [find('remark', place.texts.seen.hugoSubmodule, proof)]
  if (place.has('go.mod')) return [find('needs', 'go', place.proof('go.mod', place.texts.seen.hugoModules))]
  if (
    name === null ||
    place.repository.folder(place.at(`themes/${name}`)) ||
    place.repository.tree.entries.some((entry) => entry.path === place.at(`themes/${name}`))
  )
    return []
  return [
    find('remark', place.texts.seen.themeMissing(name), {
      ...proof,
      path: place.at(configOf(place) ?? 'hugo.toml'),
      line: null,
      says: `theme: ${name}`,
    }),
  ]
}
