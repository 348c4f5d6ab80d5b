import type { Peering } from '../network.ts'
import {
  accountParameter,
  att,
  type Fields,
  logical,
  ref,
  routes,
  routeTables,
  securityGroup,
  sub,
  templateText,
  twoTables,
  vpcId,
} from './template.ts'

/** The accepter's first part: the role with which the requester's stack accepts the connection here. */
export function peeringRole({ requester, accepter }: Peering): string {
  return templateText({
    description: `Lets ${requester.key} connect its VPC with that of ${accepter.key}`,
    head: `Deploy in ${accepter.key}, before peering-to-${accepter.key}.yaml in ${requester.key}.\nThe role accepts this one connection and nothing else.`,
    parameters: {
      ...vpcId,
      RequesterVpcArn: {
        Type: 'String',
        AllowedPattern: '^arn:[a-z-]+:ec2:[a-z0-9-]+:[0-9]{12}:vpc/vpc-[0-9a-f]+$',
        Description: `The VPC of ${requester.key}`,
      },
      RequesterRoleArn: {
        Type: 'String',
        AllowedPattern: '^arn:[a-z-]+:iam::[0-9]{12}:role/.+$',
        Description: `The role that deploys the stack in ${requester.key}: aws sts get-caller-identity there`,
      },
    },
    resources: { PeeringRole: role() },
    outputs: { RoleArn: { Value: att('PeeringRole', 'Arn') } },
  })
}

function role(): Fields {
  const here = 'arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}'
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      MaxSessionDuration: 3600,
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          { Sid: 'Requester', Effect: 'Allow', Principal: { AWS: ref('RequesterRoleArn') }, Action: 'sts:AssumeRole' },
        ],
      },
      Policies: [
        {
          PolicyName: 'accept',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Sid: 'Vpc',
                Effect: 'Allow',
                Action: ['ec2:AcceptVpcPeeringConnection'],
                Resource: [sub(`${here}:vpc/\${VpcId}`)],
              },
              {
                ...{ Sid: 'Connection', Effect: 'Allow', Action: ['ec2:AcceptVpcPeeringConnection'] },
                Resource: [sub(`${here}:vpc-peering-connection/*`)],
                Condition: { ArnEquals: { 'ec2:RequesterVpc': ref('RequesterVpcArn') } },
              },
            ],
          },
        },
      ],
    },
  }
}

/** The requester's part: the connection, its routes, and who may come in. */
export function peeringRequest({ requester, accepter, portsOfRequester }: Peering): string {
  return templateText({
    description: `VPC peering from ${requester.key} (${requester.cidr}) to ${accepter.key} (${accepter.cidr})`,
    head: `Deploy in ${requester.key}, after peering-from-${requester.key}-role.yaml in ${accepter.key}.`,
    parameters: {
      ...vpcId,
      ...routeTables,
      PeerAccountId: accountParameter(accepter.key),
      PeerVpcId: { Type: 'String', AllowedPattern: '^vpc-[0-9a-f]+$', Description: `The VPC of ${accepter.key}` },
      PeerRoleArn: {
        Type: 'String',
        AllowedPattern: '^arn:[a-z-]+:iam::[0-9]{12}:role/.+$',
        Description: `Output RoleArn of the stack in ${accepter.key}`,
      },
    },
    conditions: twoTables,
    resources: {
      PeeringConnection: {
        Type: 'AWS::EC2::VPCPeeringConnection',
        Properties: {
          VpcId: ref('VpcId'),
          PeerVpcId: ref('PeerVpcId'),
          PeerOwnerId: ref('PeerAccountId'),
          PeerRoleArn: ref('PeerRoleArn'),
        },
      },
      ...routes(logical(accepter.key), accepter.cidr, { VpcPeeringConnectionId: ref('PeeringConnection') }),
      ...incoming(requester.key, accepter, portsOfRequester),
    },
    outputs: {
      PeeringConnectionId: { Value: ref('PeeringConnection') },
      ...incomingOutput(accepter.key, portsOfRequester),
    },
  })
}

/** The accepter's second part: its routes, and who may come in. */
export function peeringRoutes({ requester, accepter, portsOfAccepter }: Peering): string {
  return templateText({
    description: `Routes of ${accepter.key} (${accepter.cidr}) to ${requester.key} (${requester.cidr})`,
    head: `Deploy in ${accepter.key}, after peering-to-${accepter.key}.yaml in ${requester.key}.`,
    parameters: {
      ...vpcId,
      ...routeTables,
      PeeringConnectionId: {
        Type: 'String',
        AllowedPattern: '^pcx-[0-9a-f]+$',
        Description: `Output PeeringConnectionId of the stack in ${requester.key}`,
      },
    },
    conditions: twoTables,
    resources: {
      ...routes(logical(requester.key), requester.cidr, { VpcPeeringConnectionId: ref('PeeringConnectionId') }),
      ...incoming(accepter.key, requester, portsOfAccepter),
    },
    outputs: incomingOutput(requester.key, portsOfAccepter),
  })
}

function incoming(to: string, from: Peering['requester'], ports: readonly number[]): Fields {
  if (ports.length === 0) return {}
  const about = `Put it on what ${from.key} may reach in ${to}`
  return {
    [`From${logical(from.key)}`]: securityGroup(`from-${from.key}`, about, [
      { cidr: from.cidr, ports, whose: from.key },
    ]),
  }
}

function incomingOutput(from: string, ports: readonly number[]): Fields {
  return ports.length === 0 ? {} : { SecurityGroupId: { Value: att(`From${logical(from)}`, 'GroupId') } }
}
