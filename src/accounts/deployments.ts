import { prefixOf } from '../config/accounts/cidr.ts'
import { existingName } from '../config/accounts/network.ts'
import type { Vpc } from './address-plan.ts'
import { peeringRequest, peeringRole, peeringRoutes } from './cloudformation/peering.ts'
import { endpoint, endpointService, offeredPorts, webPorts } from './cloudformation/private-link.ts'
import { logical } from './cloudformation/template.ts'
import { attachment, transitGateway } from './cloudformation/transit-gateway.ts'
import { vpcTemplate } from './cloudformation/vpc.ts'
import { accountNumber, type Deployment, folder, lookedUp, output, variableName } from './deployment.ts'
import type { Hub, Network, Offer, Peering } from './network.ts'

type Values = Deployment['values']

/** The stacks of the network, in the order in which they must be deployed. */
export function networkDeployments(vpcs: readonly Vpc[], network: Network): readonly Deployment[] {
  const linked = vpcs.filter(({ key }) => isLinked(key, network))
  return [
    ...linked.map(vpcDeployment),
    ...network.hubs.flatMap(hubDeployments),
    ...network.peerings.flatMap(peeringDeployments),
    ...network.offers.flatMap(offerDeployments),
  ]
}

/** Whether the network of this account has a link at all. */
export function isLinked(key: string, { hubs, peerings, offers }: Network): boolean {
  return (
    hubs.some(({ spokes }) => spokes.some(({ vpc }) => vpc.key === key)) ||
    peerings.some(({ requester, accepter }) => requester.key === key || accepter.key === key) ||
    offers.some(({ provider, consumers }) => provider.key === key || consumers.some(({ vpc }) => vpc.key === key))
  )
}

function vpcDeployment({ key, cidr, environment }: Vpc): Deployment {
  return {
    ...{ account: key, stack: 'vpc', path: `${folder}/vpc.yaml`, content: vpcTemplate(), link: null, environment },
    values: [
      ['Name', key],
      ['Cidr', cidr],
      ['SubnetBits', String(29 - prefixOf(cidr))],
    ],
  }
}

/** What is known of the network of an account: by its stack, or looked up where it was there before. */
function known(key: string, name: 'VpcId' | 'PublicRouteTableId' | 'PrivateRouteTableId' | 'PrivateSubnetIds'): string {
  return key === existingName ? lookedUp(`EXISTING_${shellName[name]}`, name) : output(key, 'vpc', name)
}

const shellName = {
  VpcId: 'VPC_ID',
  PublicRouteTableId: 'PUBLIC_ROUTE_TABLE_ID',
  PrivateRouteTableId: 'PRIVATE_ROUTE_TABLE_ID',
  PrivateSubnetIds: 'PRIVATE_SUBNET_IDS',
} as const

const vpcValue = (key: string): Values => [['VpcId', known(key, 'VpcId')]]
const subnetValue = (key: string): Values => [['SubnetIds', known(key, 'PrivateSubnetIds')]]
const tableValues = (key: string): Values => [
  ['PublicRouteTableId', known(key, 'PublicRouteTableId')],
  ['PrivateRouteTableId', known(key, 'PrivateRouteTableId')],
]

function hubDeployments({ environment, spokes }: Hub): readonly Deployment[] {
  const hub: Deployment = {
    ...{ account: 'network', stack: `transit-gateway-${environment}`, link: null, environment },
    path: `${folder}/network/transit-gateway-${environment}.yaml`,
    content: transitGateway({ environment, spokes }),
    values: spokes.map(({ vpc }) => [`${logical(vpc.key)}Account`, accountNumber(vpc.key)]),
  }
  const attachments = spokes.map((spoke): Deployment => {
    const { key } = spoke.vpc
    const id = output('network', hub.stack, 'TransitGatewayId')
    return {
      ...{ account: key, stack: 'transit-gateway', path: `${folder}/${key}/transit-gateway.yaml` },
      ...{ content: attachment(spoke), link: null, environment },
      values: [...vpcValue(key), ...subnetValue(key), ...tableValues(key), ['TransitGatewayId', id]],
    }
  })
  return [hub, ...attachments]
}

function peeringDeployments(peering: Peering): readonly Deployment[] {
  const { requester, accepter, link } = peering
  const [from, to] = [requester.key, accepter.key]
  const rest = { link, environment: requester.environment }
  const roleStack = `peering-from-${from}-role`
  const requestStack = `peering-to-${to}`
  const vpcArn = `"arn:aws:ec2:$AWS_REGION:$(account ${from}):vpc/$(output ${from} vpc VpcId)"`
  return [
    {
      ...{ ...rest, account: to, stack: roleStack, path: `${folder}/${to}/${roleStack}.yaml` },
      content: peeringRole(peering),
      values: [...vpcValue(to), ['RequesterVpcArn', vpcArn], ['RequesterRoleArn', `"$(role ${from})"`]],
    },
    {
      ...{ ...rest, account: from, stack: requestStack, path: `${folder}/${from}/${requestStack}.yaml` },
      content: peeringRequest(peering),
      values: [
        ...vpcValue(from),
        ...tableValues(from),
        ['PeerAccountId', accountNumber(to)],
        ['PeerVpcId', known(to, 'VpcId')],
        ['PeerRoleArn', output(to, roleStack, 'RoleArn')],
      ],
    },
    {
      ...{ ...rest, account: to, stack: `peering-from-${from}-routes` },
      path: `${folder}/${to}/peering-from-${from}-routes.yaml`,
      content: peeringRoutes(peering),
      values: [
        ...vpcValue(to),
        ...tableValues(to),
        ['PeeringConnectionId', output(from, requestStack, 'PeeringConnectionId')],
      ],
    },
  ]
}

function offerDeployments(offer: Offer): readonly Deployment[] {
  const { provider, consumers } = offer
  const { key, environment } = provider
  const web = offeredPorts(offer).some((port) => webPorts.includes(port))
  const balancer = lookedUp(`${variableName(key)}_ALB`, `ARN of the Application Load Balancer of ${key}`)
  const service: Deployment = {
    ...{ account: key, stack: 'endpoint-service', path: `${folder}/${key}/endpoint-service.yaml`, environment },
    ...{ content: endpointService(offer), link: consumers[0]?.link ?? null },
    values: [
      ...vpcValue(key),
      ...subnetValue(key),
      ...(web ? ([['ApplicationLoadBalancerArn', balancer]] satisfies Values) : []),
      ...consumers.map(({ vpc }): readonly [string, string] => [`${logical(vpc.key)}Account`, accountNumber(vpc.key)]),
    ],
  }
  const host = lookedUp(`${variableName(key)}_HOST`, `name of ${key} in its certificate`)
  const endpoints = consumers.map((consumer): Deployment => {
    const mine = consumer.vpc.key
    return {
      ...{ account: mine, stack: `endpoint-to-${key}`, path: `${folder}/${mine}/endpoint-to-${key}.yaml`, environment },
      ...{ content: endpoint(offer, consumer), link: consumer.link },
      values: [
        ...vpcValue(mine),
        ...subnetValue(mine),
        ['ServiceName', output(key, 'endpoint-service', 'ServiceName')],
        ['HostName', host],
      ],
    }
  })
  return [service, ...endpoints]
}
