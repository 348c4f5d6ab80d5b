import type { AccountsSummary } from '../model.ts'
import type { Texts } from '../text.ts'
import { isLinked } from './deployments.ts'
import type { Landscape } from './landscape.ts'
import { environmentsOf } from './pairs.ts'
import type { Phase } from './plan.ts'

/** What was decided, as plain data in the language of the answer. */
export function summaryOf(landscape: Landscape, phases: readonly Phase[], texts: Texts): AccountsSummary {
  const { accounts, vpcs, links, stores, network } = landscape
  const range = (key: string) => (isLinked(key, network) ? (vpcs.find((vpc) => vpc.key === key)?.cidr ?? null) : null)
  return {
    accounts: accounts.map(({ key, ou, email, environment, products }) => ({
      ...{ name: key, ou, email, environment, products, cidr: range(key) },
    })),
    links: links.map((link) => ({
      id: link.id,
      flows: link.flows.map(({ from, to, ports }) => ({ from, to, ports })),
      environments: environmentsOf(link),
      way: link.way,
      because: link.because(texts),
      rejected: link.rejected.map(({ way, because }) => ({ way, because: because(texts) })),
    })),
    stores: stores.map(({ name, kind, account }) => ({ name, kind, account })),
    phases: phases.map(({ title, impact }) => ({ title, impact })),
  }
}
