import { existingName } from '../../config/accounts/network.ts'
import { type Block, block, type Raw, raw, resource } from './hcl.ts'
import { identifier, ofVpc } from './names.ts'

/** The old network may have one route table for all subnets: a route can be there once only. */
const secondTable = 'var.existing_public_route_table_id == var.existing_private_route_table_id ? 0 : 1'

/** Routes to a range in both route tables of an account's VPC. */
export function routes(
  account: string,
  to: { readonly key: string; readonly cidr: string },
  by: { readonly [key: string]: Raw },
  after: readonly string[] = [],
): readonly Block[] {
  const waits = after.length === 0 ? {} : { depends_on: after.map(raw) }
  return (['public', 'private'] as const).map((which) =>
    resource('aws_route', `${identifier(account)}_${which}_to_${identifier(to.key)}`, identifier(account), {
      ...(account === existingName && which === 'public' ? { count: raw(secondTable) } : {}),
      route_table_id: ofVpc(account, which === 'public' ? 'public_route_table_id' : 'private_route_table_id'),
      destination_cidr_block: to.cidr,
      ...by,
      ...waits,
    }),
  )
}

/** A security group that lets these ports in from these ranges, and everything out. */
export function securityGroup(
  account: string,
  { name, about }: { readonly name: string; readonly about: string },
  from: readonly { readonly cidr: string; readonly ports: readonly number[]; readonly whose: string }[],
): Block {
  const ingress = from.flatMap(({ cidr, ports, whose }) =>
    ports.map((port) =>
      block('ingress', [], {
        ...{ description: `From ${whose}`, protocol: 'tcp', from_port: port, to_port: port },
        cidr_blocks: [cidr],
      }),
    ),
  )
  const egress = block('egress', [], { protocol: '-1', from_port: 0, to_port: 0, cidr_blocks: ['0.0.0.0/0'] })
  const attributes = { name, description: about, vpc_id: ofVpc(account, 'vpc_id') }
  return resource('aws_security_group', `${identifier(account)}_${identifier(name)}`, identifier(account), attributes, [
    ...ingress,
    egress,
  ])
}
