import type { Hub, Spoke } from '../network.ts'
import {
  accountParameter,
  att,
  type Fields,
  joined,
  logical,
  ref,
  routes,
  routeTables,
  securityGroup,
  sub,
  subnetIds,
  tagged,
  templateText,
  twoTables,
  vpcId,
} from './template.ts'

/** The hub of an environment, in the account for networks, shared with the accounts that are on it. */
export function transitGateway({ environment, spokes }: Hub): string {
  const accounts = spokes.map(({ vpc }) => vpc.key)
  return templateText({
    description: `Transit Gateway of ${environment}, shared with ${accounts.join(', ')}`,
    head: `Deploy in network, before transit-gateway.yaml in ${accounts.join(', ')}.\nEvery environment has a hub of its own: nothing leads from one environment to another.`,
    parameters: Object.fromEntries(accounts.map((key) => [`${logical(key)}Account`, accountParameter(key)])),
    resources: {
      TransitGateway: {
        Type: 'AWS::EC2::TransitGateway',
        Properties: {
          Description: `Connects the networks of ${environment}`,
          // Only accounts that the share below names can attach.
          AutoAcceptSharedAttachments: 'enable',
          DefaultRouteTableAssociation: 'enable',
          DefaultRouteTablePropagation: 'enable',
          DnsSupport: 'enable',
          ...tagged(environment),
        },
      },
      Share: {
        Type: 'AWS::RAM::ResourceShare',
        Properties: {
          Name: `transit-gateway-${environment}`,
          AllowExternalPrincipals: false,
          Principals: accounts.map((key) => ref(`${logical(key)}Account`)),
          ResourceArns: [
            sub('arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:transit-gateway/${TransitGateway}'),
          ],
        },
      },
    },
    outputs: { TransitGatewayId: { Value: ref('TransitGateway') } },
  })
}

/** One network on the hub: the attachment, routes to those it talks to, and who may come in. */
export function attachment({ vpc, partners }: Spoke): string {
  return templateText({
    description: `Network of ${vpc.key} (${vpc.cidr}) on the Transit Gateway of ${vpc.environment}`,
    head: `Deploy in ${vpc.key}, after transit-gateway-${vpc.environment}.yaml in network.`,
    parameters: {
      ...vpcId,
      ...subnetIds,
      ...routeTables,
      TransitGatewayId: {
        Type: 'String',
        AllowedPattern: '^tgw-[0-9a-f]+$',
        Description: 'Output TransitGatewayId of the stack in network',
      },
    },
    conditions: twoTables,
    resources: {
      Attachment: {
        Type: 'AWS::EC2::TransitGatewayAttachment',
        Properties: {
          ...{ TransitGatewayId: ref('TransitGatewayId'), VpcId: ref('VpcId'), SubnetIds: ref('SubnetIds') },
          ...tagged(vpc.key),
        },
      },
      ...joined(partners.map((partner) => toPartner(partner.vpc))),
      ...incoming({ vpc, partners }),
    },
    outputs: incomingIds(partners).length === 0 ? {} : { SecurityGroupId: { Value: att('FromPartners', 'GroupId') } },
  })
}

function toPartner({ key, cidr }: Spoke['vpc']): Fields {
  return routes(logical(key), cidr, { TransitGatewayId: ref('TransitGatewayId') }, ['Attachment'])
}

function incomingIds(partners: Spoke['partners']): Spoke['partners'] {
  return partners.filter(({ mayOpen }) => mayOpen.length > 0)
}

function incoming({ vpc, partners }: Spoke): Fields {
  const from = incomingIds(partners).map((partner) => ({
    ...{ cidr: partner.vpc.cidr, ports: partner.mayOpen, whose: partner.vpc.key },
  }))
  const about = `Put it on what others may reach in ${vpc.key}`
  return from.length === 0 ? {} : { FromPartners: securityGroup('from-partners', about, from) }
}
