import { type Comment, type Data, toYaml } from '../../render/yaml.ts'

export type Fields = { readonly [key: string]: Data }

/** The parts of a template that differ. */
export interface Template {
  readonly description: string
  /** First lines of the file: when and where it is deployed. */
  readonly head: string
  readonly parameters: Fields
  readonly conditions?: Fields
  readonly resources: Fields
  readonly outputs: Fields
  readonly comments?: readonly Comment[]
}

/** The text of a CloudFormation template. */
export function templateText({
  description,
  head,
  parameters,
  conditions,
  resources,
  outputs,
  comments = [],
}: Template): string {
  const data = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: description,
    ...(Object.keys(parameters).length > 0 ? { Parameters: parameters } : {}),
    ...(conditions === undefined ? {} : { Conditions: conditions }),
    Resources: resources,
    ...(Object.keys(outputs).length > 0 ? { Outputs: outputs } : {}),
  }
  return toYaml(data, { head, comments })
}

/** Several mappings as one. */
export function joined(all: readonly Fields[]): Fields {
  return Object.fromEntries(all.flatMap((one) => Object.entries(one)))
}

export const ref = (name: string): Data => ({ Ref: name })
export const att = (name: string, attribute: string): Data => ({ 'Fn::GetAtt': [name, attribute] })
export const sub = (text: string): Data => ({ 'Fn::Sub': text })

export function tagged(name: Data): Fields {
  return { Tags: [{ Key: 'Name', Value: name }] }
}

/** A VPC may have one route table for all subnets: then both parameters are the same, and a route can be there once only. */
export const twoTables: Fields = {
  HasTwoRouteTables: { 'Fn::Not': [{ 'Fn::Equals': [ref('PublicRouteTableId'), ref('PrivateRouteTableId')] }] },
}

/** Parameters that several templates take. */
export const vpcId: Fields = {
  VpcId: { Type: 'AWS::EC2::VPC::Id', Description: 'The VPC of this account' },
}
export const subnetIds: Fields = {
  SubnetIds: {
    Type: 'List<AWS::EC2::Subnet::Id>',
    Description: 'Private subnets of that VPC, in two Availability Zones',
  },
}
const routeTable = (which: string): Data => ({
  Type: 'String',
  AllowedPattern: '^rtb-[0-9a-f]{8,17}$',
  Description: `The route table of the ${which} subnets`,
})
export const routeTables: Fields = {
  PublicRouteTableId: routeTable('public'),
  PrivateRouteTableId: routeTable('private'),
}

export function accountParameter(whose: string): Data {
  return { Type: 'String', AllowedPattern: '^[0-9]{12}$', Description: `AWS account of ${whose}` }
}

/** `shop-api` → `ShopApi`: a logical id. */
export function logical(name: string): string {
  return name.replace(/(?:^|-)([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase())
}

/** A security group that lets these ports in from these ranges, and nothing else. */
export function securityGroup(
  name: string,
  about: string,
  from: readonly { readonly cidr: string; readonly ports: readonly number[]; readonly whose: string }[],
): Data {
  const ingress = from.flatMap(({ cidr, ports, whose }) =>
    ports.map(
      (port): Data => ({
        ...{ IpProtocol: 'tcp', FromPort: port, ToPort: port },
        ...{ CidrIp: cidr, Description: `From ${whose}` },
      }),
    ),
  )
  return {
    Type: 'AWS::EC2::SecurityGroup',
    Properties: { GroupDescription: about, VpcId: ref('VpcId'), SecurityGroupIngress: ingress, ...tagged(name) },
  }
}

/** A route to a range in both route tables of a VPC. */
export function routes(name: string, cidr: string, by: Fields, after: readonly string[] = []): Fields {
  const waits: Fields = after.length === 0 ? {} : { DependsOn: [...after] }
  const route = (table: string, condition: Fields = {}): Data => ({
    Type: 'AWS::EC2::Route',
    ...condition,
    ...waits,
    Properties: { RouteTableId: ref(table), DestinationCidrBlock: cidr, ...by },
  })
  return {
    [`PublicRouteTo${name}`]: route('PublicRouteTableId', { Condition: 'HasTwoRouteTables' }),
    [`PrivateRouteTo${name}`]: route('PrivateRouteTableId'),
  }
}
