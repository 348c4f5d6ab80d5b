import { block } from '../render/markdown.ts'
import type { Landscape } from './landscape.ts'
import { isOneWay } from './pairs.ts'
import type { Way } from './way.ts'

const labels: Readonly<Record<Way, string>> = {
  'same-account': 'same account',
  peering: 'peering',
  'transit-gateway': 'Transit Gateway',
  privatelink: 'PrivateLink',
}

/** Products and their links as a picture (Mermaid); the same in every environment. Names are plain by their grammar. */
export function picture({ links, wish }: Landscape): string {
  const nodes = wish.products.map((product, index) => `  p${index}["${product}"]`)
  const id = (product: string) => `p${wish.products.indexOf(product)}`
  const edges = links.map((link) => {
    const label = `|"${link.id} ${labels[link.way]}"|`
    if (!isOneWay(link)) return `  ${id(link.one)} <-->${label} ${id(link.other)}`
    const from = link.flows[0]?.from ?? link.one
    return `  ${id(from)} -->${label} ${id(from === link.one ? link.other : link.one)}`
  })
  return block(['flowchart LR', ...nodes, ...edges].join('\n'), 'mermaid')
}
