import { endOfLife } from '../detect/end-of-life.ts'
import type { Complaint, Outcome } from '../model.ts'
import type { Dated } from './row.ts'

const most = 6

/**
 * What of a repository is broken, unsafe, or had its end by this day (ISO 8601): the runtimes that its apps pin by their names, all else by the rule
 * that found it, each once.
 */
export function datedIn(outcome: Outcome, complaints: readonly Complaint[], today: string): readonly Dated[] {
  const found = [...runtimes(outcome, today), ...complaints.flatMap(toDated)]
  return [...new Map(found.map((one) => [one.what, one])).values()].slice(0, most)
}

function runtimes({ choices }: Outcome, today: string): readonly Dated[] {
  return choices.flatMap(({ app: { runtime } }): Dated[] => {
    // The line of Go in go.mod is the least version, not the one that builds.
    const end = runtime === null || runtime.name === 'go' ? null : endOfLife(runtime.name, runtime.version)
    return end === null || end.on > today
      ? []
      : [{ kind: 'runtime', what: `${end.title} ${end.version}`, since: end.on }]
  })
}

const urgent: ReadonlySet<Complaint['urgency']> = new Set(['broken', 'unsafe', 'ended'])
/** What is told elsewhere in the row. */
const told: ReadonlySet<string> = new Set(['app-runtimes', 'configuration'])

function toDated({ rule, urgency, on }: Complaint): readonly Dated[] {
  return urgent.has(urgency) && !told.has(rule) ? [{ kind: 'rule', what: rule, since: on }] : []
}
