import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Deployment } from '../../src/accounts/deployment.ts'
import { networkDeployments } from '../../src/accounts/deployments.ts'
import { landscapeOf } from '../../src/accounts/landscape.ts'
import type { Network } from '../../src/accounts/network.ts'
import { terraformFiles } from '../../src/accounts/terraform.ts'
import { overlaps } from '../../src/config/accounts/cidr.ts'
import type { AccountsWish } from '../../src/model.ts'
import { lint } from '../../src/render/lint.ts'
import { textsIn } from '../../src/text.ts'
import { parseHcl } from './parse-hcl.ts'

const products = ['shop', 'auth', 'billing', 'crm', 'old']
const environments = ['staging', 'production']
const ranges = ['10.0.0.0/16', '10.0.128.0/20', '10.1.0.0/16', '10.16.0.0/16', '172.31.0.0/16']

const links = fc.array(
  fc
    .record({
      from: fc.constantFrom(...products),
      to: fc.constantFrom(...products),
      both: fc.boolean(),
      ports: fc.uniqueArray(fc.constantFrom(80, 443, 5432, 8080), { minLength: 1, maxLength: 3 }),
      environments: fc.constantFrom(null, ['staging'], ['production']),
    })
    .filter(({ from, to }) => from !== to),
  { maxLength: 12 },
)
const networks = fc.uniqueArray(
  fc.record({
    product: fc.constantFrom(...products, 'existing'),
    environment: fc.constantFrom(null, ...environments),
    cidr: fc.constantFrom(...ranges),
  }),
  { maxLength: 6, selector: ({ product, environment }) => `${product} ${environment}` },
)
const stores = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom('one', 'two', 'three'),
    kind: fc.constantFrom('postgresql', 'redis', 's3'),
    product: fc.constantFrom(...products),
    environment: fc.constant(null),
  }),
  { maxLength: 3, selector: ({ name }) => name },
)
const wishes: fc.Arbitrary<AccountsWish> = fc.record({
  ...{ format: fc.constant('terraform'), region: fc.constant('ap-northeast-1'), email: fc.constant(null) },
  existing: fc.constantFrom(null, '123456789012'),
  ...{ split: fc.constant(null), images: fc.constant(null) },
  ...{ environments: fc.constant(environments), products: fc.constant(products) },
  ...{ links, networks, stores },
})

interface Resource {
  readonly Type: string
  readonly Properties: Readonly<Record<string, unknown>>
}

function resourcesIn(content: string): readonly Resource[] {
  const template: { readonly Resources: Readonly<Record<string, Resource>> } = parse(content)
  return Object.values(template.Resources)
}

const landscape = (wish: AccountsWish) => landscapeOf(wish, { region: null })

/** The stacks of a wish, and which of some are not among them. */
function stacksOf(wish: AccountsWish) {
  const found = landscape(wish)
  const all = networkDeployments(found.vpcs, found.network)
  const names = new Set(all.map(({ account, stack }) => `${account} ${stack}`))
  return { ...found, all, missing: (wanted: readonly string[]) => wanted.filter((name) => !names.has(name)) }
}

/** The stacks that each connection needs, and the environments of its ends. */
function endsOf({ peerings, hubs, offers }: Network) {
  const peered = peerings.map(({ link, requester: { key, environment }, accepter }) => ({
    stacks: [`${key} peering-to-${accepter.key}`, `${accepter.key} peering-from-${key}-routes`],
    environments: [environment, accepter.environment],
    link,
  }))
  const onHubs = hubs.flatMap(({ environment, spokes }) =>
    spokes.flatMap(({ vpc, partners }) =>
      partners.map((partner) => ({
        stacks: [
          `network transit-gateway-${environment}`,
          `${vpc.key} transit-gateway`,
          `${partner.vpc.key} transit-gateway`,
        ],
        environments: [environment, vpc.environment, partner.vpc.environment],
        link: partner.link,
      })),
    ),
  )
  const offered = offers.flatMap(({ provider, consumers }) =>
    consumers.map(({ vpc, link }) => ({
      stacks: [`${provider.key} endpoint-service`, `${vpc.key} endpoint-to-${provider.key}`],
      environments: [provider.environment, vpc.environment],
      link,
    })),
  )
  return [...peered, ...onHubs, ...offered]
}

/** The ranges that the private subnets of an account have routes to. */
function routesOf(account: string, all: readonly Deployment[]): readonly string[] {
  return all
    .filter((one) => one.account === account && !one.path.endsWith('/vpc.yaml'))
    .flatMap(({ content }) => resourcesIn(content))
    .filter(({ Type, Properties }) => Type === 'AWS::EC2::Route' && JSON.stringify(Properties).includes('Private'))
    .map(({ Properties }) => String(Properties.DestinationCidrBlock))
}

function overlapping(all: readonly string[]): readonly string[] {
  return all.flatMap((one, index) =>
    all.slice(index + 1).flatMap((other) => (overlaps(one, other) ? [`${one} ${other}`] : [])),
  )
}

/** Rules of a security group that say the same: AWS refuses the second. */
function doubled({ Type, Properties }: Resource): boolean {
  if (Type !== 'AWS::EC2::SecurityGroup' || !Array.isArray(Properties.SecurityGroupIngress)) return false
  const rules = Properties.SecurityGroupIngress.map(
    (rule: Readonly<Record<string, unknown>>) => `${rule.CidrIp} ${rule.FromPort}`,
  )
  return new Set(rules).size < rules.length
}

function isOpen({ Type, Properties }: Resource): boolean {
  const text = JSON.stringify(Properties)
  if (Type === 'AWS::EC2::SecurityGroup') return text.includes('0.0.0.0/0') || text.includes('::/0')
  return Type === 'AWS::EC2::VPCEndpointServicePermissions' && !/^(?!.*\*).*:iam::/u.test(text)
}

describe('whatever is wished', () => {
  it('every template can be read, and keeps our own rules', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const { all } = stacksOf(wish)
        expect(lint(all)).toEqual([])
        for (const { content } of all) expect(resourcesIn(content).length).toBeGreaterThan(0)
      }),
      { numRuns: 15 },
    )
  }, 60_000)

  it('every link has both of its ends, in one environment', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const { network, links, missing } = stacksOf(wish)
        const ends = endsOf(network)
        expect(ends.flatMap(({ stacks }) => missing(stacks))).toEqual([])
        expect(ends.filter((one) => new Set(one.environments).size > 1)).toEqual([])
        const made = ends.map(({ link }) => link)
        expect(links.map(({ id }) => id).filter((id) => !made.includes(id))).toEqual([])
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('no network has a route to a range that overlaps with its own, or two routes that overlap', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const { all, vpcs, existing } = stacksOf(wish)
        for (const account of new Set(all.map((one) => one.account))) {
          const own = vpcs.find(({ key }) => key === account)?.cidr ?? (account === 'existing' ? existing.cidr : null)
          expect(overlapping([...(own === null ? [] : [own]), ...routesOf(account, all)])).toEqual([])
        }
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('nothing lets the Internet in, and no endpoint service is open to everyone', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        expect(stacksOf(wish).all.flatMap(({ content }) => resourcesIn(content).filter(isOpen))).toEqual([])
        expect(stacksOf(wish).all.flatMap(({ content }) => resourcesIn(content).filter(doubled))).toEqual([])
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('Terraform says the same: it can be read, and has as many routes and endpoints', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const found = landscape(wish)
        const deployments = networkDeployments(found.vpcs, found.network)
        const pipeline = { product: 'shop', template: null, ecs: false, commands: () => [] }
        const files = terraformFiles({ landscape: found, deployments, pipeline, texts: textsIn('en') })
        parseHcl(files.map(({ content }) => content))
        const resources = deployments
          .filter(({ path }) => !path.endsWith('/vpc.yaml'))
          .flatMap(({ content }) => resourcesIn(content))
        const count = (type: string) => resources.filter(({ Type }) => Type === type).length
        const text = files
          .filter(({ path }) => !path.includes('/vpc/'))
          .map(({ content }) => content)
          .join('\n')
        const blocks = (type: string) => text.split(`resource "${type}"`).length - 1
        expect(blocks('aws_route')).toBe(count('AWS::EC2::Route'))
        expect(blocks('aws_vpc_endpoint')).toBe(count('AWS::EC2::VPCEndpoint'))
        expect(blocks('aws_security_group')).toBe(count('AWS::EC2::SecurityGroup'))
        expect(text.match(/cidr_blocks = \["0\.0\.0\.0\/0"\]/gu)?.length ?? 0).toBe(blocks('aws_security_group'))
      }),
      { numRuns: 20 },
    )
  }, 120_000)
})
