import { code } from '../../../render/markdown.ts'
import { repositorySegments } from '../../../render/oidc/repository.ts'
import { linesOf, proofOf } from '../lines.ts'
import { plain, type Rule } from '../rule.ts'

const source = 'https://docs.github.com/en/actions/reference/security/oidc#immutable-subject-claims'

/** A deploy role that trusts another subject than the one GitHub gives the runs of this repository now. */
export const oidcSubject: Rule = {
  id: 'oidc-subject',
  examine(patient) {
    const { context, lock, texts } = patient
    const { repository } = context
    const { subject } = repository
    const isDefault = !subject.known || subject.useDefault || subject.claimKeys.join() === 'repo,context'
    if (lock === null || repository.owner === null || !isDefault) return []
    const own = linesOf(patient, /^infra\/cicd\/[^/]+\.ya?ml$/).filter(({ path }) => lock.files[path] !== undefined)
    const trusted = own.flatMap((line) => {
      const [segment] = /\brepo:[^:'"\s]+/.exec(line.text) ?? []
      return segment === undefined || segment.includes('${') ? [] : [{ ...line, segment }]
    })
    const { segments, form } = repositorySegments(repository, texts)
    const given = segments.map((segment) => segment.text)
    if (trusted.length === 0 || trusted.some(({ segment }) => given.includes(segment))) return []
    return [
      {
        ...plain,
        urgency: 'broken',
        says: texts.doctor.oidcSubject(code(trusted[0]?.segment ?? ''), given.map(code)),
        evidence: trusted.map(proofOf),
        fact: form === 'name' ? null : { date: '2026-07-15', source },
        mend: { kind: 'command', command: '/cicd setup' },
      },
    ]
  },
}
