import { type EndOfLife, endOfLife } from '../../../detect/end-of-life.ts'
import { get, text } from '../../../detect/json.ts'
import { isExact, rangeOf } from '../../../detect/node/node-releases.ts'
import type { App, Evidence, Runtime, TargetId } from '../../../model.ts'
import { code } from '../../../render/markdown.ts'
import { shellWord } from '../../../render/shell.ts'
import { aged } from '../age.ts'
import { grouped } from '../grouped.ts'
import type { Patient } from '../patient.ts'
import { plain, type Rule } from '../rule.ts'

interface Pinned {
  readonly target: TargetId | null
  readonly runtime: Runtime
}

/** The language versions that the apps pin, by the file that pins each. What an image brings is another rule's, and go.mod names the least version only. */
export const appRuntimes: Rule = {
  id: 'app-runtimes',
  examine(patient) {
    const pinned = patient.outcome.choices.flatMap(({ app, target }): Pinned[] =>
      app.runtime === null || isElsewhere(app.runtime, app, patient) ? [] : [{ target, runtime: app.runtime }],
    )
    return grouped(pinned, ({ runtime }) => `${runtime.from} ${runtime.name} ${runtime.version}`).flatMap(
      ([, [{ runtime, target }]]) => {
        const end = endOfLife(runtime.name, runtime.version)
        const age = end === null ? null : aged(end.on, patient.today)
        if (end === null || age === null || (age.urgency === 'ends' && isBound(runtime, patient))) return []
        return [
          {
            ...plain,
            ...age,
            says: patient.texts.doctor.runtime(
              `${end.title} ${end.version}`,
              code(runtime.from),
              age.urgency === 'ended',
              end.on,
            ),
            evidence: [lineOf(runtime, patient)],
            fact: { date: end.on, source: end.source },
            mend: mendOf(runtime, target, end, patient),
          },
        ]
      },
    )
  },
}

/** Images, templates of Lambda and App Runner have rules of their own. */
function isElsewhere({ name, from }: Runtime, { definition }: App, { repository, tree }: Patient): boolean {
  return (
    name === 'go' ||
    from === definition ||
    /\bAWS::(?:Serverless|Lambda)::/.test(tree.files.get(from) ?? '') ||
    !repository.has(from) ||
    /(?:^|\/)(?:[^/]*dockerfile[^/]*|serverless\.\w+|apprunner\.ya?ml|template\.\w+)$/i.test(from)
  )
}

/** A range that newer versions are within, too: the nearest end says nothing then. */
function isBound({ name, from }: Runtime, { repository }: Patient): boolean {
  if (!from.endsWith('package.json'))
    return !/(?:version|runtime\.txt|nvmrc|tool-versions|mise\.toml|csproj)/.test(from)
  if (name !== 'node') return true
  const manifest = repository.json(from)
  if (text(get(manifest, 'volta', 'node')) !== null) return false
  const range = rangeOf(text(get(manifest, 'engines', 'node')) ?? '')
  return range === null || !isExact(range)
}

const keys: Readonly<Record<string, RegExp>> = {
  node: /node/i,
  python: /python/i,
  ruby: /^\s*ruby\b|^ruby|ruby-/i,
  php: /php/i,
  dotnet: /TargetFrameworks?|"version"/i,
}

/** The line that names the version: the first with the word for it and the number, else the first with the number, else the one with a range. */
function lineOf({ name, version, from }: Runtime, { tree }: Patient): Omit<Evidence, 'id'> {
  const lines = (tree.files.get(from) ?? '').split('\n')
  const numbered = (text: string) => new RegExp(`(?<![\\d.])${version.replaceAll('.', '\\.')}(?!\\d)`).test(text)
  const key = keys[name]
  const named = lines.findIndex((text) => key?.test(text) === true && numbered(text))
  const bound = lines.findIndex((text) => key?.test(text) === true && /\d/.test(text))
  const at = [named, lines.findIndex(numbered), bound].find((one) => one >= 0) ?? -1
  return { path: from, line: at < 0 ? null : at + 1, says: at < 0 ? version : (lines[at] ?? '').trim().slice(0, 160) }
}

// Files that hold nothing but the version.
const single = /(?:^|\/)\.(?:nvmrc|node-version|python-version|ruby-version)$/

// What App Runner builds from source with; it gets no new features, so these are its last.
const managed: ReadonlySet<string> = new Set(['node 22', 'python 3.11'])

function mendOf(
  { name, version, from: path }: Runtime,
  target: TargetId | null,
  { title, next }: EndOfLife,
  { texts }: Patient,
) {
  const { doctor } = texts
  if (target === 'apprunner' && managed.has(`${name} ${version}`))
    return { kind: 'text' as const, text: doctor.mendOnAppRunner(`${title} ${next}`, code(path)) }
  return single.test(path)
    ? { kind: 'command' as const, command: `echo ${next} > ${shellWord(path)}` }
    : { kind: 'text' as const, text: doctor.mendRuntime(`${title} ${next}`, code(path)) }
}
