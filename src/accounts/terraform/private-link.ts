import { offeredPorts, webPorts } from '../cloudformation/private-link.ts'
import { type Offer, rangesOf } from '../network.ts'
import { type Block, block, raw, resource } from './hcl.ts'
import { identifier, ofVpc } from './names.ts'
import { securityGroup } from './parts.ts'

/** An offer over PrivateLink with the endpoints of all its consumers. */
export function offerBlocks(offer: Offer): readonly Block[] {
  const { provider, consumers } = offer
  const { key } = provider
  const name = identifier(key)
  const group = { name: 'privatelink', about: 'What comes in over PrivateLink' }
  return [
    securityGroup(key, group, rangesOf(offer)),
    resource('aws_lb', name, name, {
      ...{ load_balancer_type: 'network', internal: true, subnets: ofVpc(key, 'private_subnet_ids') },
      security_groups: [raw(`aws_security_group.${name}_privatelink.id`)],
      enforce_security_group_inbound_rules_on_private_link_traffic: 'on',
    }),
    ...offeredPorts(offer).flatMap((port) => listener(key, port)),
    resource('aws_vpc_endpoint_service', name, name, {
      acceptance_required: false,
      network_load_balancer_arns: [raw(`aws_lb.${name}.arn`)],
      allowed_principals: consumers.map(({ vpc }) =>
        raw(`"arn:\${data.aws_partition.current.partition}:iam::\${${ofVpc(vpc.key, 'owner_id').raw}}:root"`),
      ),
    }),
    ...consumers.flatMap((consumer) => endpoint(offer, consumer)),
  ]
}

function listener(key: string, port: number): readonly Block[] {
  const name = identifier(key)
  const web = webPorts.includes(port)
  const check = block('health_check', [], { protocol: port === 443 ? 'HTTPS' : 'HTTP', path: '/', matcher: '200-499' })
  const group = raw(`aws_lb_target_group.${name}_${port}.arn`)
  const target = {
    count: raw(`var.${name}_alb_arn == "" ? 0 : 1`),
    target_group_arn: group,
    target_id: raw(`var.${name}_alb_arn`),
    port,
  }
  return [
    resource(
      'aws_lb_target_group',
      `${name}_${port}`,
      name,
      { protocol: 'TCP', port, vpc_id: ofVpc(key, 'vpc_id'), target_type: web ? 'alb' : 'ip' },
      web ? [check] : [],
    ),
    ...(web ? [resource('aws_lb_target_group_attachment', `${name}_${port}`, name, target)] : []),
    resource(
      'aws_lb_listener',
      `${name}_${port}`,
      name,
      { load_balancer_arn: raw(`aws_lb.${name}.arn`), port, protocol: 'TCP' },
      [block('default_action', [], { type: 'forward', target_group_arn: group })],
    ),
  ]
}

function endpoint({ provider }: Offer, { vpc, ports }: Offer['consumers'][number]): readonly Block[] {
  const account = identifier(vpc.key)
  const name = `${account}_to_${identifier(provider.key)}`
  const host = raw(`var.${identifier(provider.key)}_host`)
  const count = raw(`${host.raw} == "" ? 0 : 1`)
  const group = { name: `to-${provider.key}`, about: `From ${vpc.key} to the endpoint` }
  const entry = `aws_vpc_endpoint.${name}.dns_entry[0]`
  return [
    securityGroup(vpc.key, group, [{ cidr: vpc.cidr, ports, whose: vpc.key }]),
    resource('aws_vpc_endpoint', name, account, {
      ...{ vpc_endpoint_type: 'Interface', vpc_id: ofVpc(vpc.key, 'vpc_id') },
      service_name: raw(`aws_vpc_endpoint_service.${identifier(provider.key)}.service_name`),
      subnet_ids: ofVpc(vpc.key, 'private_subnet_ids'),
      security_group_ids: [raw(`aws_security_group.${account}_to_${identifier(provider.key)}.id`)],
      private_dns_enabled: false,
    }),
    resource('aws_route53_zone', name, account, { count, name: host }, [
      block('vpc', [], { vpc_id: ofVpc(vpc.key, 'vpc_id') }),
    ]),
    resource(
      'aws_route53_record',
      name,
      account,
      { count, zone_id: raw(`aws_route53_zone.${name}[0].zone_id`), name: host, type: 'A' },
      [
        block('alias', [], {
          name: raw(`${entry}.dns_name`),
          zone_id: raw(`${entry}.hosted_zone_id`),
          evaluate_target_health: false,
        }),
      ],
    ),
  ]
}
