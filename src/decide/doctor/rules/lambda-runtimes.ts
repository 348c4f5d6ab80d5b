import { code } from '../../../render/markdown.ts'
import { aged } from '../age.ts'
import { grouped } from '../grouped.ts'
import { lambdaEnds, lambdaNext, lambdaSource } from '../lambda-runtimes.ts'
import { linesOf, proofOf } from '../lines.ts'
import { plain, type Rule } from '../rule.ts'

// App Engine's own file names runtimes in the same words.
const templates = /(?:^|\/)(?!app\.ya?ml$)[^/]+\.(?:ya?ml|json|ts|tf)$/
const pattern =
  /^-?\s*["']?(?:Runtime|runtime)["']?\s*[:=]\s*["']?((?:nodejs|python|java|dotnetcore|dotnet|ruby|go|provided)[\w.]*)["']?,?\s*(?:#.*)?$/

/** Runtimes in templates of SAM and CloudFormation, in serverless.yml and in Terraform. */
export const lambdaRuntimes: Rule = {
  id: 'lambda-runtimes',
  examine(patient) {
    const found = linesOf(patient, templates).flatMap((line) => {
      const id = pattern.exec(line.text)?.[1] ?? ''
      return Object.hasOwn(lambdaEnds, id) ? [{ ...line, id }] : []
    })
    return grouped(found, ({ id }) => id).flatMap(([id, lines]) => {
      const on = lambdaEnds[id] ?? ''
      const age = aged(on, patient.today)
      const next = lambdaNext[/^[a-z]+/.exec(id)?.[0] ?? '']
      if (age === null || next === undefined) return []
      return [
        {
          ...plain,
          ...age,
          says: patient.texts.doctor.lambdaRuntime(code(id), age.urgency === 'ended', on),
          evidence: lines.map(proofOf),
          fact: { date: on, source: lambdaSource },
          mend: { kind: 'lines' as const, lines: [lines[0].text.replace(id, next)] },
        },
      ]
    })
  },
}
