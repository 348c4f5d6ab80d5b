import { folder } from '../deployment.ts'
import { type Block, block, hclText, raw } from './hcl.ts'

export const vpcModulePath = `${folder}/terraform/vpc/main.tf`

/** The module of a VPC: the same network as the CloudFormation template makes. */
export function vpcModule(): string {
  const name = { Name: raw('var.name') }
  const vpc = raw('aws_vpc.this.id')
  return hclText(
    'A VPC with two public and two private subnets in two Availability Zones, without a NAT gateway:\nthat is what costs most here. Add one where private subnets must reach the Internet.',
    [
      block('terraform', [], {}, [block('required_providers', [], { aws: { source: 'hashicorp/aws' } })]),
      variable('name', 'Name of the account'),
      variable('cidr', 'Range of the VPC, from /16 to /24'),
      block('data', ['aws_availability_zones', 'available'], { state: 'available' }),
      block('data', ['aws_caller_identity', 'current'], {}),
      block('resource', ['aws_vpc', 'this'], {
        ...{ cidr_block: raw('var.cidr'), enable_dns_support: true, enable_dns_hostnames: true, tags: name },
      }),
      block('resource', ['aws_internet_gateway', 'this'], { vpc_id: vpc, tags: name }),
      ...subnets('public', 0),
      ...subnets('private', 2),
      block('resource', ['aws_route', 'internet'], {
        route_table_id: raw('aws_route_table.public.id'),
        destination_cidr_block: '0.0.0.0/0',
        gateway_id: raw('aws_internet_gateway.this.id'),
      }),
      ...outputs(),
    ],
  )
}

function variable(name: string, description: string): Block {
  return block('variable', [name], { type: raw('string'), description })
}

function subnets(which: 'public' | 'private', first: number): readonly Block[] {
  const name = { Name: raw(`"\${var.name}-${which}"`) }
  return [
    block('resource', ['aws_subnet', which], {
      count: 2,
      vpc_id: raw('aws_vpc.this.id'),
      cidr_block: raw(`cidrsubnet(var.cidr, 3, count.index + ${first})`),
      availability_zone: raw('data.aws_availability_zones.available.names[count.index]'),
      tags: name,
    }),
    block('resource', ['aws_route_table', which], { vpc_id: raw('aws_vpc.this.id'), tags: name }),
    block('resource', ['aws_route_table_association', which], {
      count: 2,
      subnet_id: raw(`aws_subnet.${which}[count.index].id`),
      route_table_id: raw(`aws_route_table.${which}.id`),
    }),
  ]
}

function outputs(): readonly Block[] {
  const values = {
    vpc_id: 'aws_vpc.this.id',
    owner_id: 'data.aws_caller_identity.current.account_id',
    private_subnet_ids: 'aws_subnet.private[*].id',
    public_subnet_ids: 'aws_subnet.public[*].id',
    public_route_table_id: 'aws_route_table.public.id',
    private_route_table_id: 'aws_route_table.private.id',
  }
  return Object.entries(values).map(([name, value]) => block('output', [name], { value: raw(value) }))
}
