import type { Mend } from '../../../model.ts'
import { type Line, linesOf, proofOf, workflowFiles } from '../lines.ts'
import type { Patient } from '../patient.ts'
import { plain, type Rule } from '../rule.ts'

const source = 'https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws'

/** Access keys of AWS in the secrets of the repository, where a role could be signed in to. */
export const awsKeys: Rule = {
  id: 'aws-keys',
  examine(patient) {
    const found = linesOf(patient, workflowFiles).filter(isKey)
    if (found.length === 0) return []
    const { doctor } = patient.texts
    return [
      {
        ...plain,
        urgency: 'unsafe',
        says: doctor.awsKeys,
        evidence: found.map(proofOf),
        fact: { date: '2026-11-01', source },
        mend: mendOf(found, patient),
      },
    ]
  },
}

/** The id of a key out of the secrets. What a step before it got for some minutes is none. */
function isKey({ text }: Line): boolean {
  return /^-?\s*["']?aws[-_]access[-_]key[-_]id["']?\s*:\s*["']?\$\{\{\s*(?:secrets|vars)\b/i.test(text)
}

/** A set-up beside a pipeline that deploys has to be asked for by its target. */
function mendOf(found: readonly Line[], { outcome, existing, texts }: Patient): Mend {
  const paths = new Set(found.map(({ path }) => path))
  const to = existing.find((item) => item.role === 'deploy' && paths.has(item.path))?.to
  const targets = outcome.choices.flatMap(({ target }) => target ?? [])
  const target = targets.find((one) => one === to) ?? targets[0]
  if (target === undefined) return { kind: 'text', text: texts.doctor.mendAwsKeys }
  return { kind: 'command', command: to === undefined ? '/cicd setup' : `/cicd setup --target=${target}` }
}
