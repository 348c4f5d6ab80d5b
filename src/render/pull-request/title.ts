import type { Texts } from '../../text.ts'
import type { Proposal } from '../pull-request.ts'
import { clip, targetName } from './words.ts'

/** What and where, in one line: `Deploy web to Amplify Hosting and api to App Runner, with CI`. */
export function title({ plan, rendered }: Proposal, texts: Texts): string {
  const served = plan.choices.filter(({ target }) => target !== null && rendered.some(({ of }) => of === target))
  const ci = rendered.some(({ of }) => of === 'ci')
  if (served.length === 0) return ci ? texts.pullRequest.titleCi : texts.pullRequest.titleNothing
  const targets = [...new Set(served.map(({ target }) => target))]
  const parts = targets.map((target) => {
    const apps = served.filter((choice) => choice.target === target).map(({ app }) => app.name)
    return { apps, target: targetName(target, texts) }
  })
  return clip(texts.pullRequest.title(parts, ci), 120)
}
