import { close } from './plan/close.ts'
import { data } from './plan/data.ts'
import { environment } from './plan/environment.ts'
import { landing } from './plan/landing.ts'
import type { Ground, Phase } from './plan/phase.ts'
import { prepare } from './plan/prepare.ts'
import { shared } from './plan/shared.ts'

export type { Ground, Phase } from './plan/phase.ts'

/** The order of the move, lowest impact first: what nobody notices, then one environment after the other, data last. */
export function phasesOf(ground: Ground): readonly Phase[] {
  const common = shared(ground)
  return [
    prepare(ground),
    landing(ground),
    ...(common === null ? [] : [common]),
    ...ground.landscape.environments.map((name) => environment(name, ground)),
    data(ground),
    close(ground),
  ]
}
