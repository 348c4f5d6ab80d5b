import { readFileSync } from 'node:fs'
import type { CallKind } from '../../test/github/http/call-log.ts'
import type { Run } from './command-all.ts'

export const heading = [
  '| app | commands | answered | p50 | p99 | last ÷ pacing bound (worst) | reads | GraphQL | writes | memory | lost | doubled |',
  '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
].join('\n')

/** One row of the table. Calls are per command; memory is the most that was resident. */
export function row(name: string, run: Run, pids: readonly number[]): string {
  const calls = (...kinds: readonly CallKind[]) =>
    (
      run.calls.filter(({ kind, actor }) => kinds.includes(kind) && actor?.startsWith('installation:')).length /
      run.commands
    ).toFixed(1)
  const ratios = run.installations.map(({ last, bound }) => last / bound)
  const complete = run.lost === 0
  const cells = [
    ...[name, run.commands, run.replies.length],
    ...[seconds(quantile(run.replies, 0.5)), seconds(quantile(run.replies, 0.99))],
    ...[complete ? Math.max(...ratios).toFixed(2) : '-', calls('read'), calls('graphql'), calls('write', 'notify')],
    ...[`${pids.map(peakMemory).join(' + ')} MiB`, run.lost, run.doubled],
  ]
  return `| ${cells.join(' | ')} |`
}

function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? null
}

function seconds(ms: number | null): string {
  return ms === null ? '-' : `${(ms / 1000).toFixed(1)} s`
}

/** MiB; Linux tells. */
function peakMemory(pid: number): string {
  const kilobytes = /VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return (Number(kilobytes) / 1024).toFixed(0)
}
