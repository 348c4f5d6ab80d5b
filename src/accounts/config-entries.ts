import { toYaml } from '../render/yaml.ts'
import { isLinked } from './deployments.ts'
import type { Landscape } from './landscape.ts'
import { environmentsFor, keyOf } from './pipeline.ts'

/** What goes into `.github/cicd.yml` of a product's repository; one for all (`product` null) where they share their accounts. */
export function configEntries(
  landscape: Landscape,
): readonly { readonly product: string | null; readonly text: string }[] {
  const { wish } = landscape
  if (wish.split === 'environment') return [{ product: null, text: entries(landscape, '') }]
  return wish.products.map((product) => ({ product, text: entries(landscape, product) }))
}

/** Stand for what is not known before the network is there. */
const subnets = ['subnet-00000000', 'subnet-11111111'] as const

/** The entries of one product. The numbers of the accounts are not known yet. */
export function entries(landscape: Landscape, product: string): string {
  const environments = environmentsFor(landscape).map(({ name, region, approval }) => ({
    name,
    account: '000000000000',
    ...(region === null ? {} : { region }),
    ...(approval ? { approval } : {}),
    ...(isLinked(keyOf(landscape, product, name), landscape.network) ? { subnets } : {}),
  }))
  const comments = environments.flatMap(({ name, subnets: own }, index) => {
    const key = keyOf(landscape, product, name)
    const at = (field: string) => ['environments', index, field]
    return [
      { path: at('account'), text: `the number of ${key}`, beside: true },
      ...(own === undefined
        ? []
        : [{ path: at('subnets'), text: `for services of ECS: the public subnets of ${key}` }]),
    ]
  })
  return toYaml({ environments }, { comments }).trimEnd()
}
