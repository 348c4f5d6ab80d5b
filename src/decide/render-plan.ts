import { UserError } from '../errors.ts'
import type { Choice, Context, Plan, Rendered, Some } from '../model.ts'
import { renderBootstrap } from '../render/bootstrap.ts'
import { renderCi } from '../render/ci.ts'
import { renderProvider } from '../render/providers.ts'
import { targets } from '../targets.ts'
import type { Delivered } from './already.ts'

/**
 * Everything that the plan's choices emit: target by target, then what another CI provider needs, then the CI workflow, then what AWS must hold first.
 * Throws `UserError` where no exact trust policy can be written for this repository (case G33).
 */
export function renderPlan(plan: Plan, delivered: Delivered, context: Context): readonly Rendered[] {
  const open = plan.choices.filter((choice) => !delivered.has(choice))
  // Whoever has a pipeline of their own for everything decides first whether they want another one.
  const hasPipeline = [...delivered.values()].some(({ role }) => role === 'deploy')
  if (hasPipeline && open.every(({ target }) => target === null)) return []
  const rendered: Rendered[] = targets.flatMap((target) => {
    const mine = some(open.filter((choice) => choice.target === target.id))
    return mine ? [{ of: target.id, rendering: target.render(mine, context) }] : []
  })
  const provider = renderProvider(
    rendered.map(({ rendering }) => rendering),
    context,
  )
  if (provider) rendered.push({ of: 'provider', rendering: provider })
  const ci = renderCi(plan.choices, plan.existing, context)
  if (ci) rendered.push({ of: 'ci', rendering: ci })
  const bootstrap = renderBootstrap(
    rendered.map(({ rendering }) => rendering),
    context,
  )
  if (bootstrap && !bootstrap.ok) throw new UserError(bootstrap.because)
  return bootstrap ? [...rendered, { of: 'bootstrap', rendering: bootstrap.rendering }] : rendered
}

function some(choices: readonly Choice[]): Some<Choice> | null {
  const [first, ...rest] = choices
  return first ? [first, ...rest] : null
}
