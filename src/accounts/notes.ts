import type { Texts } from '../text.ts'
import type { Landscape } from './landscape.ts'
import { storePort } from './store-port.ts'

/** What a reviewer must not miss, in words. */
export function notesOf(landscape: Landscape, texts: Texts): readonly string[] {
  return [...ofData(landscape, texts), ...transitive(landscape, texts), ...databases(landscape, texts)]
}

function ofData(
  { wish, stores, vpcs, network, production, existing }: Landscape,
  { accounts }: Texts,
): readonly string[] {
  if (stores.length === 0) return [accounts.noStores]
  const waiting = stores.filter((store) => store.production && storePort(store.kind) !== null)
  const keys = [...new Set(waiting.map(({ account }) => account))]
  if (keys.length === 0 || wish.split === 'environment') return []
  if (existing.cidr === null || wish.existing === null) return [accounts.noExistingRange(keys.join(', '))]
  const { cidr } = existing
  const connected = network.peerings.filter(({ temporary }) => temporary).map(({ requester }) => requester.key)
  return vpcs
    .filter((vpc) => vpc.environment === production && keys.includes(vpc.key) && !connected.includes(vpc.key))
    .map((vpc) => accounts.existingOverlaps(vpc.key, vpc.cidr, cidr))
}

/** Two peerings in a row look like a way through, and are none. */
function transitive({ links }: Landscape, { accounts }: Texts): readonly string[] {
  const peered = links.filter(({ way }) => way === 'peering')
  return peered.flatMap((first, index) =>
    peered.slice(index + 1).flatMap((second): string[] => {
      const middle = [first.one, first.other].find((name) => name === second.one || name === second.other)
      if (middle === undefined) return []
      const [one, other] = [first, second].map((pair) => (pair.one === middle ? pair.other : pair.one))
      const linked = links.some((link) => [link.one, link.other].every((name) => name === one || name === other))
      return linked || one === undefined || other === undefined ? [] : [accounts.transitive(one, middle, other)]
    }),
  )
}

const databasePorts: readonly number[] = [1433, 1521, 3306, 5432, 6379, 27017]

function databases({ links }: Landscape, { accounts }: Texts): readonly string[] {
  return links
    .filter(({ way }) => way !== 'same-account')
    .flatMap(({ id, flows }) =>
      flows.flatMap(({ to, ports }) =>
        ports.filter((port) => databasePorts.includes(port)).map((port) => accounts.databasePort(id, port, to)),
      ),
    )
}
