import { portIn } from '../commands/port.ts'
import { isDevelopment, isFileServer, stackOf } from '../commands/program.ts'
import type { Detector } from '../detector.ts'
import { type Finding, find, first } from '../finding.ts'
import type { Place } from '../place.ts'
import { commandBehind, scriptReads } from './behind.ts'
import type { Declared } from './declared.ts'
import { declaredAt, lateDeclaredAt, lateProcessFiles, processFiles } from './files.ts'
import { isTrial, localCommand, missingIn } from './runs.ts'
import { splitBuild } from './split-build.ts'
import { workerFramework } from './worker-framework.ts'

/** The processes that a hosting file declares: Procfile, render.yaml, railway.toml … (cases D31, G6, G7). */
export const processes: Detector = {
  id: 'processes',
  reads: [...processFiles.flatMap((file) => file.reads), ...scriptReads],
  find: (place) => findingsOf(declaredAt(place), place),
}

/** What `apprunner.yaml` runs, where neither a Dockerfile nor another file says it (cases D29, D31). */
export const apprunnerProcess: Detector = {
  id: 'apprunner-process',
  reads: lateProcessFiles.flatMap((file) => file.reads),
  find: (place) => findingsOf(lateDeclaredAt(place), place),
}

function findingsOf(declared: readonly Declared[], place: Place): readonly Finding[] {
  return declared.flatMap((one) => {
    const command = one.command === null ? null : commandAt(place, one.command)
    const port = one.port === null ? [] : [find('port', one.port, one.proof)]
    if (command === null) return port
    if (isFileServer(command) || isDevelopment(command) || isTrial(command, place)) return []
    const missing = missingIn(command, place)
    const stack = stackOf(command)
    const found = missing === null ? findingsFor(one, command, place) : [lost(one, missing, place)]
    return [...(missing === null ? port : []), ...found].map((finding) => (stack ? { ...finding, stack } : finding))
  })
}

function commandAt(place: Place, command: string): string {
  return localCommand(commandBehind(localCommand(command), place.repository, [place.root]))
}

function lost({ proof }: Declared, missing: string, { texts }: Place): Finding {
  return find('remark', texts.seen.lostProcess(proof.path, missing, proof.says), proof)
}

function findingsFor(one: Declared, command: string, { texts }: Place): readonly Finding[] {
  if (one.role === 'release') return [find('remark', texts.seen.beforeRelease(one.proof.path, command), one.proof)]
  if (one.role === 'worker') {
    return [find('worker', { name: one.name, framework: workerFramework(command), start: command }, one.proof)]
  }
  // Heroku's own program; PHP's web server comes with the image elsewhere.
  if (/heroku-php-/.test(command)) return []
  const { build, start } = splitBuild(command)
  const { port, honoursPort } = portIn(start)
  return [
    find('start', start, one.proof),
    ...(build === null ? [] : [find('build', build, one.proof)]),
    ...(port === null ? [] : [find('port', port, one.proof)]),
    ...(honoursPort ? [find('honoursPort', true, one.proof)] : []),
  ]
}

const settled: ReadonlySet<string> = new Set(['framework', 'kind', 'notAnApp', 'definition'])

/** A declared web process makes its folder a server, whatever it is written with. */
export const declaredServer: Detector = {
  id: 'declared-server',
  reads: [],
  find(place, known) {
    const web = declaredAt(place).find(({ role, command }) => role === 'web' && command !== null)
    const command = localCommand(web?.command ?? '')
    const stack = stackOf(command)
    const mine = known.filter((finding) => !finding.stack || finding.stack === stack)
    if (!web || !stack || mine.some(({ topic }) => settled.has(topic))) return []
    if (!first(mine, 'start') || stack === 'site' || /^(?:npm|yarn|pnpm|bun)\b/.test(command)) return []
    const kind: Finding = { ...find('kind', 'server', web.proof), stack }
    return stack === 'deno' ? [kind] : [kind, { ...find('language', stack, web.proof), stack }]
  },
}
