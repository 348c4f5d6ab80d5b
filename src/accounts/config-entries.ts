import { toYaml } from '../render/yaml.ts'
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

/** The entries of one product. The numbers of the accounts are not known yet. */
export function entries(landscape: Landscape, product: string): string {
  const environments = environmentsFor(landscape).map(({ name, region, approval }) => ({
    name,
    account: '000000000000',
    ...(region === null ? {} : { region }),
    ...(approval ? { approval } : {}),
  }))
  const comments = environments.map(({ name }, index) => ({
    path: ['environments', index, 'account'],
    text: `the number of ${keyOf(landscape, product, name)}`,
    beside: true,
  }))
  return toYaml({ environments }, { comments }).trimEnd()
}
