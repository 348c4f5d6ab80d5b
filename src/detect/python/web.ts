import type { Texts } from '../../text.ts'
import type { Detector } from '../detector.ts'
import { type Finding, find, first, type Proof } from '../finding.ts'
import { get } from '../json.ts'
import type { Place } from '../place.ts'
import { frameworkNamed, type PythonFramework, webFrameworks } from './apps.ts'
import { botAt } from './bots.ts'
import { dependenciesAbove, dependenciesAt } from './dependencies.ts'
import { djangoFindings } from './django.ts'
import { type Entry, entryAt } from './entry.ts'
import { manifestReads, pythonManifest, requirementsFile } from './manifests.ts'
import { runCommand } from './module.ts'
import { pageStart } from './pages.ts'
import { runnable, selfRun } from './self-run.ts'
import { readSources, wantedSources } from './sources.ts'
import { type Start, startOf, unlisted } from './start.ts'

/**
 * A web framework of Python. The source decides: the object that a file makes at its top level, or the factory. A framework
 * that is only listed names the app, and the start command is left open (case D26).
 */
export const pythonWeb: Detector = {
  id: 'python-web',
  stack: 'python',
  reads: [...manifestReads, 'settings.py', 'settings/*.py'],
  follows: (repository) => wantedSources(repository, (place) => entryAt(place) !== undefined || botAt(place) !== null),
  find(place, known) {
    if (isInside(place) || !mayBePython(place) || (pythonManifest(place) === null && entryAt(place) === undefined))
      return []
    const found = frameworkAt(place, first(known, 'start') !== undefined)
    if (!found || isBotBeside(place, known)) return []
    const { framework, proof } = found
    return [
      find('language', 'python', proof),
      find('framework', { id: framework.id, kind: 'server', major: null, spa: false }, proof),
      ...(framework.id === 'django' ? djangoFindings(place) : startFindings(found, place, known)),
    ]
  },
}

/** A folder without a manifest below a Python project is a part of that project. */
function isInside(place: Place): boolean {
  return pythonManifest(place) === null && place.root !== '.' && dependenciesAbove(place).size > 0
}

/** A manifest, or a Python file in the folder itself: others are not walked. */
export function mayBePython(place: Place): boolean {
  return pythonManifest(place) !== null || [...place.folder.files].some((name) => name.endsWith('.py'))
}

// Flask's old script extension has a manage.py too.
function isDjango(place: Place): boolean {
  const text = place.text('manage.py')
  return text === undefined ? place.has('manage.py') && dependenciesAbove(place).has('django') : /django/i.test(text)
}

interface Found {
  readonly framework: PythonFramework
  readonly entry: Entry | undefined
  readonly proof: Proof
}

// `started`: a hosting file or an image starts the program already, so that a framework that is listed is the one it uses.
function frameworkAt(place: Place, started: boolean): Found | null {
  const entry = entryAt(place)
  const listed = dependenciesAbove(place)
  const all = webFrameworks.filter(({ packages }) => packages.some((name) => listed.has(name)))
  const named = all.find((one) => isImported(one, place)) ?? all[0]
  const django = frameworkNamed('django')
  if (django && isDjango(place) && hasGateway(place) && (entry?.framework?.id !== 'fastapi' || listed.has('django'))) {
    return { framework: django, entry, proof: place.proof('manage.py', place.texts.seen.managePy) }
  }
  const framework = entry?.framework ?? named
  const page = named ? pageStart(named, place) : null
  // A page tool beside an API object: the page is what people open only where no object is made.
  if (entry && framework)
    return { framework, entry, proof: { path: place.at(entry.file), line: entry.line, says: entry.says } }
  const proof = named && ownProof(place, named)
  // Settings alone are used by scripts, too: a site has something that serves it.
  if (named?.id === 'django' && !started && !readSources(place).some(({ name }) => /(?:^|\/)[wa]sgi\.py$/.test(name)))
    return null
  return named && proof && (page || (started && !(named.id in serverPart)) || isImported(named, place))
    ? { framework: named, entry: undefined, proof }
    : null
}

/** Every Django site has a module for its server: a manage.py without one runs commands and workers only. */
function hasGateway(place: Place): boolean {
  if (readSources(place).some(({ name }) => /(?:^|\/)[wa]sgi\.py$/.test(name))) return true
  const start = place.root === '.' ? '' : `${place.root}/`
  return place.repository.tree.entries.some(({ path }) => path.startsWith(start) && /(?:^|\/)[wa]sgi\.py$/.test(path))
}

// Libraries that are clients too: only their server part counts.
const serverPart: Readonly<Record<string, RegExp>> = {
  aiohttp: /^\s*from aiohttp import [^\n]*\bweb\b|^\s*(?:import|from) aiohttp\.web\b/m,
  tornado: /^\s*(?:import|from) tornado\.(?:web|httpserver)\b|^\s*from tornado import [^\n]*\bweb\b/m,
}

/** A list may hold what other packages brought along (Jupyter lists Tornado): the source must use it too. */
function isImported({ id, packages }: PythonFramework, place: Place): boolean {
  const modules = packages.map((name) => name.replaceAll('-', '_')).join('|')
  const imports = serverPart[id] ?? new RegExp(`^\\s*(?:from|import)\\s+(?:${modules})\\b`, 'm')
  return !isPackage(place) && readSources(place).some(({ text }) => imports.test(text))
}

/** A project that is built into a package and has no list for a deployment: a library unless its source starts something. */
function isPackage(place: Place): boolean {
  if (requirementsFile(place) !== null || place.has('Pipfile')) return false
  return (
    place.has('setup.py') || place.has('setup.cfg') || get(place.toml('pyproject.toml'), 'build-system') !== undefined
  )
}

function ownProof(place: Place, framework: PythonFramework): Proof | undefined {
  const listed = dependenciesAt(place)
  return framework.packages.map((name) => listed.get(name)?.proof).find((proof) => proof)
}

// A bot that shows a small page to keep its host awake is a bot still, unless a hosting file calls it a web process.
function isBotBeside(place: Place, known: readonly Finding[]): boolean {
  const bot = botAt(place)
  const entry = entryAt(place)
  if (bot === null || bot.webhook || first(known, 'start')) return false
  return (
    entry === undefined ||
    entry.file === bot.file ||
    selfRun(place, entry.file) === null ||
    /keep_?alive/.test(entry.file)
  )
}

function startFindings(
  { framework, entry, proof }: Found,
  place: Place,
  known: readonly Finding[],
): readonly Finding[] {
  const page = pageStart(framework, place)
  const start = entry ? startOf(entry, framework, place, dependenciesAbove(place)) : page
  if (start)
    return [
      ...served(
        start,
        page?.file === undefined || entry ? proof : place.proof(page.file, place.texts.seen.uses(framework.id)),
        place.texts,
      ),
      ...sockets(framework, proof, place),
    ]
  const file = runnable(place)
  if (file !== undefined) return selfStarted(file, framework, place)
  if (first(known, 'start')) return sockets(framework, proof, place)
  const text = place.texts.seen.noApplication(framework.id, proof.path)
  return [find('question', { text, choices: ['/cicd setup'] }, proof)]
}

// `make_server(…).serve_forever()` and its like below `if __name__ == "__main__"`.
function selfStarted(file: string, framework: PythonFramework, place: Place): readonly Finding[] {
  const own = selfRun(place, file)
  const proof = place.proof(file, place.texts.seen.startsServer, /^if __name__/m)
  const honours = own?.honoursPort || /environ[^\n]*["']PORT["']/.test(place.text(file) ?? '')
  return served(
    { command: runCommand(file, place), port: own?.port ?? framework.port, honoursPort: honours, remark: null },
    proof,
    place.texts,
  )
}

function served(
  { command, port, honoursPort, remark, unlisted: server }: Start,
  proof: Proof,
  texts: Texts,
): readonly Finding[] {
  return [
    find('start', command, proof),
    find('port', port, proof),
    ...(honoursPort ? [find('honoursPort', true, proof)] : []),
    ...(remark === null ? [] : [find('remark', remark, proof)]),
    ...(server === undefined ? [] : unlisted(server, proof, texts)),
  ]
}

// App Runner passes no WebSocket upgrade, and these pages live on one.
function sockets({ id }: PythonFramework, proof: Proof, { texts }: Place): readonly Finding[] {
  return ['streamlit', 'gradio', 'chainlit', 'nicegui', 'panel', 'reflex', 'shiny'].includes(id)
    ? [find('needs', 'websockets', proof), find('imageOnly', texts.imageOnly.webSockets(id), proof)]
    : []
}
