import { code } from '../../../render/markdown.ts'
import { aged } from '../age.ts'
import { type Line, linesOf, proofOf, workflowFiles } from '../lines.ts'
import { plain, type Rule } from '../rule.ts'
import { runnerImages as table } from '../runner-images.ts'

/** Images of GitHub's runners that are gone, or will be. */
export const runnerImages: Rule = {
  id: 'runner-images',
  examine(patient) {
    if (patient.context.repository.enterprise) return []
    const lines = linesOf(patient, workflowFiles)
    return table.flatMap(({ label, on, source, next }) => {
      const age = aged(on, patient.today)
      const asked = new RegExp(`(?<![\\w./-])(${label.source})(?![\\w./-])`)
      const found = lines.filter((line) => asksForRunner(line) && asked.test(line.text))
      const [first] = found
      if (age === null || first === undefined) return []
      const name = asked.exec(first.text)?.[1] ?? ''
      return [
        {
          ...plain,
          ...age,
          urgency: age.urgency === 'ended' ? ('broken' as const) : age.urgency,
          says: patient.texts.doctor.runnerImage(code(name), age.urgency === 'ended', on),
          evidence: found.map(proofOf),
          fact: { date: on, source },
          mend: { kind: 'lines' as const, lines: [first.text.replace(asked, next)] },
        },
      ]
    })
  },
}

/** A line that names a runner, or a value of a matrix; not one that prints or downloads something of that name. */
function asksForRunner({ text }: Line): boolean {
  return (
    /^-?\s*["']?(?:runs-on|os|platform|runner|image|host|machine|vm|include|config)["']?\s*:/.test(text) ||
    /^-\s*["']?[\w.-]+["']?$/.test(text)
  )
}
