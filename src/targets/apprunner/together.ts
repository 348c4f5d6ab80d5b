import type { Rendering } from '../../model.ts'

/** What two ways of one target give, as one: sentences that both say stand once. */
export function together(one: Rendering, other: Rendering): Rendering {
  return {
    files: [...one.files, ...other.files],
    steps: [...one.steps, ...other.steps],
    settings: [...one.settings, ...other.settings],
    permissions: [...one.permissions, ...other.permissions],
    bootstrap: one.bootstrap ?? other.bootstrap,
    happens: [...one.happens, ...other.happens],
    warnings: [...new Set([...one.warnings, ...other.warnings])],
    costs: [...one.costs, ...other.costs],
    leftovers: [...one.leftovers, ...other.leftovers],
    facts: [...one.facts, ...other.facts.filter(({ id }) => one.facts.every((fact) => fact.id !== id))],
    delivery: other.delivery,
  }
}
