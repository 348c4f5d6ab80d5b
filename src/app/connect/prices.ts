import type { TargetId } from '../../model.ts'
import type { Texts } from '../../text.ts'
import { type Surveyed, toMake } from './survey.ts'

/** AWS's own pages, which show the prices of the Region that a reader chooses. Amplify's is in the words of its costs. */
const pages: Partial<Record<TargetId, readonly (readonly [name: string, url: string])[]>> = {
  apprunner: [['App Runner', 'https://aws.amazon.com/apprunner/pricing/']],
  ecr: [
    ['Fargate', 'https://aws.amazon.com/fargate/pricing/'],
    ['Elastic Load Balancing', 'https://aws.amazon.com/elasticloadbalancing/pricing/'],
  ],
}

/**
 * Where prices stand, for what is to be made; empty: nowhere. The one figure is the same in every Region, and dated by AWS: 0.005 USD an hour for each public
 * IPv4 address since 2024-02-01 (https://aws.amazon.com/blogs/aws/new-aws-public-ipv4-address-charge-public-ip-insights/, 2023-07-28).
 */
export function prices(all: readonly Surveyed[], words: Texts['connect']): readonly string[] {
  const targets = new Set(all.flatMap((one) => (toMake(one).length > 0 ? (one.provision.target ?? []) : [])))
  const links = [...targets].flatMap((target) => pages[target] ?? []).map(([name, url]) => `[${name}](${url})`)
  if (links.length === 0) return []
  return [words.prices(links.join(', ')), ...(targets.has('ecr') ? [words.addressPrice] : [])]
}
