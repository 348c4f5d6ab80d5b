import { type Offer, rangesOf } from '../network.ts'
import {
  accountParameter,
  att,
  type Fields,
  joined,
  logical,
  ref,
  securityGroup,
  sub,
  subnetIds,
  templateText,
  vpcId,
} from './template.ts'

type Consumer = Offer['consumers'][number]

/** Ports behind which an Application Load Balancer stands: it becomes the target. Others get addresses that are registered by hand. */
export const webPorts: readonly number[] = [80, 443]

/** The ports that the offer opens, to whomever, in rising order. */
export function offeredPorts({ consumers }: Offer): readonly number[] {
  return [...new Set(consumers.flatMap(({ ports }) => ports))].sort((a, b) => a - b)
}

/** The provider's side: a load balancer inside, and an endpoint service that the accounts of its consumers may connect to. */
export function endpointService(offer: Offer): string {
  const { provider, consumers } = offer
  const ports = offeredPorts(offer)
  return templateText({
    description: `What ${consumers.map(({ vpc }) => vpc.key).join(', ')} may reach of ${provider.key}, over PrivateLink`,
    head: `Deploy in ${provider.key}, before endpoint-to-${provider.key}.yaml in the accounts that use it.\nOnly these accounts can connect, on these ports; nothing can be opened from ${provider.key} to them.`,
    parameters: {
      ...vpcId,
      ...subnetIds,
      ...(ports.some((port) => webPorts.includes(port)) ? balancerParameter(provider.key) : {}),
      ...Object.fromEntries(consumers.map(({ vpc }) => [`${logical(vpc.key)}Account`, accountParameter(vpc.key)])),
    },
    resources: {
      ...balancer(offer),
      ...joined(ports.map(listener)),
      ...service(offer),
    },
    outputs: {
      ServiceName: { Value: sub('com.amazonaws.vpce.${AWS::Region}.${EndpointService}') },
      LoadBalancerSecurityGroupId: { Value: att('LoadBalancerSecurityGroup', 'GroupId') },
      ...Object.fromEntries(
        ports
          .filter((port) => !webPorts.includes(port))
          .map((port) => [`TargetGroup${port}Arn`, { Value: ref(`TargetGroup${port}`) }]),
      ),
    },
  })
}

function balancerParameter(of: string): Fields {
  return {
    ApplicationLoadBalancerArn: {
      Type: 'String',
      AllowedPattern: '^arn:[a-z-]+:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:loadbalancer/app/.+$',
      Description: `The Application Load Balancer in front of ${of}, with a listener on the same port`,
    },
  }
}

function balancer(offer: Offer): Fields {
  return {
    LoadBalancerSecurityGroup: securityGroup('privatelink', 'What comes in over PrivateLink', rangesOf(offer)),
    LoadBalancer: {
      Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      Properties: {
        ...{ Type: 'network', Scheme: 'internal', Subnets: ref('SubnetIds') },
        SecurityGroups: [ref('LoadBalancerSecurityGroup')],
        EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'on',
      },
    },
  }
}

function listener(port: number): Fields {
  return {
    [`TargetGroup${port}`]: {
      Type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
      Properties: { Protocol: 'TCP', Port: port, VpcId: ref('VpcId'), ...target(port) },
    },
    [`Listener${port}`]: {
      Type: 'AWS::ElasticLoadBalancingV2::Listener',
      Properties: {
        ...{ LoadBalancerArn: ref('LoadBalancer'), Port: port, Protocol: 'TCP' },
        DefaultActions: [{ Type: 'forward', TargetGroupArn: ref(`TargetGroup${port}`) }],
      },
    },
  }
}

function target(port: number): Fields {
  if (!webPorts.includes(port)) return { TargetType: 'ip' }
  return {
    ...{ TargetType: 'alb', Targets: [{ Id: ref('ApplicationLoadBalancerArn'), Port: port }] },
    ...{ HealthCheckProtocol: port === 443 ? 'HTTPS' : 'HTTP', HealthCheckPath: '/', Matcher: { HttpCode: '200-499' } },
  }
}

function service({ consumers }: Offer): Fields {
  return {
    EndpointService: {
      Type: 'AWS::EC2::VPCEndpointService',
      Properties: { NetworkLoadBalancerArns: [ref('LoadBalancer')], AcceptanceRequired: false },
    },
    EndpointServicePermissions: {
      Type: 'AWS::EC2::VPCEndpointServicePermissions',
      Properties: {
        ServiceId: ref('EndpointService'),
        AllowedPrincipals: consumers.map(({ vpc }) =>
          sub(`arn:\${AWS::Partition}:iam::\${${logical(vpc.key)}Account}:root`),
        ),
      },
    },
  }
}

/** The consumer's side: an endpoint in its own network, under the name that the provider's certificate has. */
export function endpoint({ provider }: Offer, { vpc, ports }: Consumer): string {
  return templateText({
    description: `How ${vpc.key} reaches ${provider.key}, over PrivateLink`,
    head: `Deploy in ${vpc.key}, after endpoint-service.yaml in ${provider.key}.`,
    parameters: {
      ...vpcId,
      ...subnetIds,
      ServiceName: {
        Type: 'String',
        AllowedPattern: '^com\\.amazonaws\\.vpce\\.[a-z0-9-]+\\.vpce-svc-[0-9a-f]+$',
        Description: `Output ServiceName of the stack in ${provider.key}`,
      },
      HostName: {
        Type: 'String',
        AllowedPattern: '^[a-z0-9.-]{4,200}$',
        Description: `The name by which ${vpc.key} calls ${provider.key}, as in its certificate`,
      },
    },
    resources: {
      EndpointSecurityGroup: securityGroup(`to-${provider.key}`, `From ${vpc.key} to the endpoint`, [
        { cidr: vpc.cidr, ports, whose: vpc.key },
      ]),
      Endpoint: {
        Type: 'AWS::EC2::VPCEndpoint',
        Properties: {
          ...{ VpcEndpointType: 'Interface', ServiceName: ref('ServiceName'), VpcId: ref('VpcId') },
          ...{
            SubnetIds: ref('SubnetIds'),
            SecurityGroupIds: [ref('EndpointSecurityGroup')],
            PrivateDnsEnabled: false,
          },
        },
      },
      ...hostName(provider.key),
    },
    outputs: { EndpointId: { Value: ref('Endpoint') } },
  })
}

/** A private zone of that one name: inside the consumer's network it leads to the endpoint. */
function hostName(provider: string): Fields {
  const entry = { 'Fn::Split': [':', { 'Fn::Select': [0, att('Endpoint', 'DnsEntries')] }] }
  return {
    Zone: {
      Type: 'AWS::Route53::HostedZone',
      Properties: {
        Name: ref('HostName'),
        HostedZoneConfig: { Comment: `Leads to ${provider} over PrivateLink` },
        VPCs: [{ VPCId: ref('VpcId'), VPCRegion: ref('AWS::Region') }],
      },
    },
    HostRecord: {
      Type: 'AWS::Route53::RecordSet',
      Properties: {
        ...{ HostedZoneId: ref('Zone'), Name: ref('HostName'), Type: 'A' },
        AliasTarget: {
          HostedZoneId: { 'Fn::Select': [0, entry] },
          DNSName: { 'Fn::Select': [1, entry] },
        },
      },
    },
  }
}
