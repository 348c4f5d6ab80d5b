import type { Proposal } from '../pull-request.ts'
import { clip, targetName } from './words.ts'

/** What and where, in one line: `Deploy web to Amplify Hosting and api to App Runner, with CI`. */
export function title({ plan, rendered }: Proposal): string {
  const served = plan.choices.filter(({ target }) => target !== null && rendered.some(({ of }) => of === target))
  const ci = rendered.some(({ of }) => of === 'ci')
  if (served.length === 0) return ci ? 'Add CI with GitHub Actions' : 'Set up CI/CD'
  const targets = [...new Set(served.map(({ target }) => target))]
  const parts = targets.map((target) => {
    const apps = served.filter((choice) => choice.target === target).map(({ app }) => app.name)
    return `${apps.length > 3 ? `${apps.length} apps` : apps.join(', ')} to ${targetName(target)}`
  })
  return clip(`Deploy ${parts.join(' and ')}${ci ? ', with CI' : ''}`, 120)
}
