import { att, type Fields, joined, ref, sub, tagged, templateText } from './template.ts'

/** Subnet number of the four, its zone, and whether it is public. */
const subnets = [
  { name: 'PublicSubnet1', index: 0, zone: 0, table: 'PublicRouteTable' },
  { name: 'PublicSubnet2', index: 1, zone: 1, table: 'PublicRouteTable' },
  { name: 'PrivateSubnet1', index: 2, zone: 0, table: 'PrivateRouteTable' },
  { name: 'PrivateSubnet2', index: 3, zone: 1, table: 'PrivateRouteTable' },
] as const

/**
 * A VPC with two public and two private subnets, without a NAT gateway. The default VPC of every account has the range 172.31.0.0/16,
 * so default VPCs can never be connected by routes (https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc-components.html, read 2026-11).
 */
export function vpcTemplate(): string {
  return templateText({
    description: 'Network of one account: two public and two private subnets in two Availability Zones',
    head: 'Deploy once in every account of the plan that has no VPC yet, with its own range.\nThere is no NAT gateway: it is what costs most here. Add one where private subnets must reach the Internet.',
    parameters: {
      Name: { Type: 'String', AllowedPattern: '^[a-z0-9-]{1,41}$', Description: 'Name of the account' },
      Cidr: {
        Type: 'String',
        AllowedPattern: '^[0-9]{1,3}(\\.[0-9]{1,3}){3}/(1[6-9]|2[0-4])$',
        Description: 'Range of the VPC, as the plan has it',
      },
      SubnetBits: {
        Type: 'Number',
        MinValue: 5,
        MaxValue: 13,
        Description: 'Bits of each subnet: 29 less the prefix of the VPC',
      },
    },
    resources: {
      ...vpc(),
      ...gateway(),
      ...tables(),
      ...joined(subnets.map(subnet)),
    },
    outputs: {
      VpcId: { Value: ref('Vpc') },
      PrivateSubnetIds: { Value: { 'Fn::Join': [',', [ref('PrivateSubnet1'), ref('PrivateSubnet2')]] } },
      PublicSubnetIds: { Value: { 'Fn::Join': [',', [ref('PublicSubnet1'), ref('PublicSubnet2')]] } },
      PublicRouteTableId: { Value: ref('PublicRouteTable') },
      PrivateRouteTableId: { Value: ref('PrivateRouteTable') },
    },
  })
}

function vpc(): Fields {
  return {
    Vpc: {
      Type: 'AWS::EC2::VPC',
      Properties: { CidrBlock: ref('Cidr'), EnableDnsSupport: true, EnableDnsHostnames: true, ...tagged(ref('Name')) },
    },
  }
}

function gateway(): Fields {
  return {
    InternetGateway: { Type: 'AWS::EC2::InternetGateway', Properties: tagged(ref('Name')) },
    GatewayAttachment: {
      Type: 'AWS::EC2::VPCGatewayAttachment',
      Properties: { VpcId: ref('Vpc'), InternetGatewayId: ref('InternetGateway') },
    },
  }
}

function tables(): Fields {
  const table = (which: string) => ({
    Type: 'AWS::EC2::RouteTable',
    Properties: { VpcId: ref('Vpc'), ...tagged(sub(`\${Name}-${which}`)) },
  })
  return {
    PublicRouteTable: table('public'),
    PrivateRouteTable: table('private'),
    PublicRouteToInternet: {
      Type: 'AWS::EC2::Route',
      DependsOn: ['GatewayAttachment'],
      Properties: {
        RouteTableId: ref('PublicRouteTable'),
        DestinationCidrBlock: '0.0.0.0/0',
        GatewayId: ref('InternetGateway'),
      },
    },
  }
}

function subnet({ name, index, zone, table }: (typeof subnets)[number]): Fields {
  return {
    [name]: {
      Type: 'AWS::EC2::Subnet',
      Properties: {
        VpcId: ref('Vpc'),
        CidrBlock: { 'Fn::Select': [index, { 'Fn::Cidr': [att('Vpc', 'CidrBlock'), 4, ref('SubnetBits')] }] },
        AvailabilityZone: { 'Fn::Select': [zone, { 'Fn::GetAZs': '' }] },
        ...tagged(sub(`\${Name}-${name}`)),
      },
    },
    [`${name}Routes`]: {
      Type: 'AWS::EC2::SubnetRouteTableAssociation',
      Properties: { SubnetId: ref(name), RouteTableId: ref(table) },
    },
  }
}
