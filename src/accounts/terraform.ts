import { existingName } from '../config/accounts/network.ts'
import type { GeneratedFile } from '../model.ts'
import type { Vpc } from './address-plan.ts'
import { offeredPorts, webPorts } from './cloudformation/private-link.ts'
import { isLinked } from './deployments.ts'
import type { Landscape } from './landscape.ts'
import type { Network, Peering } from './network.ts'
import type { Ground } from './plan/phase.ts'
import { temporaryName, terraformFolder } from './terraform/folder.ts'
import { type Block, block, hclText, raw } from './terraform/hcl.ts'
import { identifier } from './terraform/names.ts'
import { offerBlocks } from './terraform/private-link.ts'
import { existingIdentity, hubBlocks, peeringBlocks } from './terraform/routed.ts'
import { vpcModule, vpcModulePath } from './terraform/vpc-module.ts'

/** The network as Terraform: one root for each environment, with a provider for each account, and the module of a VPC. */
export function terraformFiles({ landscape, texts }: Ground): readonly GeneratedFile[] {
  const { purposes } = texts.accounts
  const roots = landscape.environments.flatMap((environment): GeneratedFile[] => {
    const files = rootOf(environment, landscape)
    return files.map(({ name, content }) => ({
      ...{ path: `${terraformFolder(environment)}/${name}`, mode: '100644', content },
      purpose: purposes.network(environment),
    }))
  })
  if (roots.length === 0) return []
  return [{ path: vpcModulePath, mode: '100644', content: vpcModule(), purpose: purposes.vpc }, ...roots]
}

/** What of the network lies in one environment. */
function within(environment: string, { network }: Landscape): Network {
  return {
    peerings: network.peerings.filter(({ requester }) => requester.environment === environment),
    hubs: network.hubs.filter((hub) => hub.environment === environment),
    offers: network.offers.filter(({ provider }) => provider.environment === environment),
  }
}

interface TerraformFile {
  readonly name: string
  readonly content: string
}

function rootOf(environment: string, landscape: Landscape): readonly TerraformFile[] {
  const network = within(environment, landscape)
  const vpcs = landscape.vpcs.filter((vpc) => vpc.environment === environment && isLinked(vpc.key, network))
  if (vpcs.length === 0) return []
  const old = network.peerings.some(({ temporary }) => temporary)
  const accounts = [
    ...vpcs.map(({ key }) => key),
    ...(network.hubs.length > 0 ? ['network'] : []),
    // Stays when the temporary file goes: Terraform needs it to take away what the file made.
    ...(old ? [existingName] : []),
  ]
  const blocks = [
    ...(network.offers.length > 0 ? [partition(vpcs[0]?.key ?? '')] : []),
    ...vpcs.map(vpcBlock),
    ...network.hubs.flatMap(hubBlocks),
    ...network.peerings.filter(({ temporary }) => !temporary).flatMap(peeringBlocks),
    ...network.offers.flatMap(offerBlocks),
    ...vpcs.map(subnetOutput),
  ]
  return [
    { name: 'providers.tf', content: providers(accounts) },
    { name: 'variables.tf', content: hclText('', variables(landscape.region, network)) },
    { name: 'network.tf', content: hclText(headOf(environment), blocks) },
    ...temporaryFile(network.peerings.filter(({ temporary }) => temporary)),
  ]
}

function headOf(environment: string): string {
  return `The networks of ${environment} and the links between them. Nothing here leads to another environment.`
}

/** What goes once the data has moved stands in a file of its own: deleting the file takes it away. */
function temporaryFile(peerings: readonly Peering[]): readonly TerraformFile[] {
  if (peerings.length === 0) return []
  const head = 'The way to the data in the old account, until it has moved. Delete this file then, and apply.'
  const blocks = [existingIdentity, ...existingVariables(), ...peerings.flatMap(peeringBlocks)]
  return [{ name: temporaryName, content: hclText(head, blocks) }]
}

function existingVariables(): readonly Block[] {
  const names = ['vpc_id', 'public_route_table_id', 'private_route_table_id'] as const
  return names.map((name) => text(`existing_${name}`, `Of the network in the old account: ${name}`))
}

function partition(account: string): Block {
  return block('data', ['aws_partition', 'current'], { provider: raw(`aws.${identifier(account)}`) })
}

function vpcBlock({ key, cidr }: Vpc): Block {
  return block('module', [identifier(key)], {
    ...{ source: '../vpc', name: key, cidr },
    providers: { aws: raw(`aws.${identifier(key)}`) },
  })
}

function subnetOutput({ key }: Vpc): Block {
  const value = raw(`module.${identifier(key)}.public_subnet_ids`)
  return block('output', [`${identifier(key)}_public_subnet_ids`], { value })
}

function providers(accounts: readonly string[]): string {
  const head =
    'Each account is reached by the profile of its name (~/.aws/config).\nBefore several people work with it, put the state into S3: https://developer.hashicorp.com/terraform/language/backend/s3'
  return hclText(head, [
    block('terraform', [], { required_version: '>= 1.5' }, [
      block('required_providers', [], { aws: { source: 'hashicorp/aws', version: '~> 6.0' } }),
    ]),
    ...accounts.map(provider),
  ])
}

function provider(key: string): Block {
  return block('provider', ['aws'], { alias: identifier(key), profile: key, region: raw('var.region') })
}

function text(name: string, description: string, more: Block['attributes'] = {}): Block {
  return block('variable', [name], { type: raw('string'), description, ...more })
}

function variables(region: string | null, { offers }: Network): readonly Block[] {
  const empty = { default: '' }
  const ofOffers = offers.flatMap((offer) => {
    const { key } = offer.provider
    const web = offeredPorts(offer).some((port) => webPorts.includes(port))
    const balancer = `ARN of the Application Load Balancer of ${key}; empty until it is there`
    return [
      ...(web ? [text(`${identifier(key)}_alb_arn`, balancer, empty)] : []),
      text(`${identifier(key)}_host`, `Name of ${key} in its certificate; empty until it is known`, empty),
    ]
  })
  return [text('region', 'The region of all networks', region === null ? {} : { default: region }), ...ofOffers]
}
