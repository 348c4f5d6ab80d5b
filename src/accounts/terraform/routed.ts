import type { Hub, Peering, Spoke } from '../network.ts'
import { type Block, block, raw, resource } from './hcl.ts'
import { identifier, ofVpc } from './names.ts'
import { routes, securityGroup } from './parts.ts'

/** A peering with both of its ends. */
export function peeringBlocks({ requester, accepter, portsOfAccepter, portsOfRequester }: Peering): readonly Block[] {
  const [from, to] = [identifier(requester.key), identifier(accepter.key)]
  const name = `${from}_to_${to}`
  const id = raw(`aws_vpc_peering_connection_accepter.${name}.id`)
  return [
    resource('aws_vpc_peering_connection', name, from, {
      vpc_id: ofVpc(requester.key, 'vpc_id'),
      peer_vpc_id: ofVpc(accepter.key, 'vpc_id'),
      peer_owner_id: ofVpc(accepter.key, 'owner_id'),
    }),
    resource('aws_vpc_peering_connection_accepter', name, to, {
      vpc_peering_connection_id: raw(`aws_vpc_peering_connection.${name}.id`),
      auto_accept: true,
    }),
    ...routes(requester.key, accepter, { vpc_peering_connection_id: id }),
    ...routes(accepter.key, requester, { vpc_peering_connection_id: id }),
    ...incoming(accepter, requester, portsOfAccepter),
    ...incoming(requester, accepter, portsOfRequester),
  ]
}

function incoming(to: Peering['requester'], from: Peering['requester'], ports: readonly number[]): readonly Block[] {
  if (ports.length === 0) return []
  const group = { name: `from-${from.key}`, about: `Put it on what ${from.key} may reach in ${to.key}` }
  return [securityGroup(to.key, group, [{ cidr: from.cidr, ports, whose: from.key }])]
}

/** The hub of the environment, its share, and every network on it. */
export function hubBlocks({ environment, spokes }: Hub): readonly Block[] {
  return [
    resource('aws_ec2_transit_gateway', 'this', 'network', {
      description: `Connects the networks of ${environment}`,
      auto_accept_shared_attachments: 'enable',
      tags: { Name: environment },
    }),
    resource('aws_ram_resource_share', 'this', 'network', {
      name: `transit-gateway-${environment}`,
      allow_external_principals: false,
    }),
    resource('aws_ram_resource_association', 'this', 'network', {
      resource_arn: raw('aws_ec2_transit_gateway.this.arn'),
      resource_share_arn: raw('aws_ram_resource_share.this.arn'),
    }),
    ...spokes.flatMap(spokeBlocks),
  ]
}

function spokeBlocks({ vpc, partners }: Spoke): readonly Block[] {
  const name = identifier(vpc.key)
  const attachment = `aws_ec2_transit_gateway_vpc_attachment.${name}`
  const from = partners
    .filter(({ mayOpen }) => mayOpen.length > 0)
    .map((partner) => ({ cidr: partner.vpc.cidr, ports: partner.mayOpen, whose: partner.vpc.key }))
  const about = `Put it on what others may reach in ${vpc.key}`
  return [
    resource('aws_ram_principal_association', name, 'network', {
      principal: ofVpc(vpc.key, 'owner_id'),
      resource_share_arn: raw('aws_ram_resource_share.this.arn'),
    }),
    resource('aws_ec2_transit_gateway_vpc_attachment', name, name, {
      ...{ transit_gateway_id: raw('aws_ec2_transit_gateway.this.id'), vpc_id: ofVpc(vpc.key, 'vpc_id') },
      subnet_ids: ofVpc(vpc.key, 'private_subnet_ids'),
      depends_on: [raw('aws_ram_resource_association.this'), raw(`aws_ram_principal_association.${name}`)],
      tags: { Name: vpc.key },
    }),
    ...partners.flatMap((partner) =>
      routes(vpc.key, partner.vpc, { transit_gateway_id: raw('aws_ec2_transit_gateway.this.id') }, [attachment]),
    ),
    ...(from.length === 0 ? [] : [securityGroup(vpc.key, { name: 'from-partners', about }, from)]),
  ]
}

/** The account of an existing network has no module that tells its number. */
export const existingIdentity: Block = block('data', ['aws_caller_identity', 'existing'], {
  provider: raw('aws.existing'),
})
