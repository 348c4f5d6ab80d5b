import { table } from '../../../render/facts-table.ts'
import { code } from '../../../render/markdown.ts'
import { aged } from '../age.ts'
import { linesOf, proofOf } from '../lines.ts'
import { plain, type Rule } from '../rule.ts'

const { date, source } = table['apprunner-runtimes-ended']
const pattern = /^runtime:\s*["']?(nodejs1[2468]|python3|dotnet6|ruby31|go1|php81)["']?\s*(?:#.*)?$/

/** Managed runtimes that App Runner no longer supports. PHP's ended some weeks after the others. */
export const appRunnerRuntimes: Rule = {
  id: 'app-runner-runtimes',
  examine(patient) {
    return linesOf(patient, /(?:^|\/)apprunner\.ya?ml$/).flatMap((line) => {
      const runtime = pattern.exec(line.text)?.[1]
      const on = runtime === 'php81' ? '2025-12-31' : date
      const age = aged(on, patient.today)
      if (runtime === undefined || age === null) return []
      const own = patient.lock?.files[line.path] !== undefined
      return [
        {
          ...plain,
          ...age,
          says: patient.texts.doctor.appRunnerRuntime(code(runtime), on),
          evidence: [proofOf(line)],
          fact: { date: on, source },
          mend: mendOf(runtime, own),
        },
      ]
    })
  },
}

function mendOf(runtime: string, own: boolean) {
  const next = runtime.startsWith('nodejs') ? 'nodejs22' : runtime === 'python3' ? 'python311' : null
  if (next === null) return { kind: 'command' as const, command: '/cicd setup --target=ecr' }
  return own
    ? { kind: 'command' as const, command: '/cicd setup' }
    : { kind: 'lines' as const, lines: [`runtime: ${next}`] }
}
