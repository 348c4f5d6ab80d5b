import type { Account } from './account.ts'

type Where = Pick<Account, 'region' | 'partition'>

const hosts = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
} as const satisfies Record<Account['partition'], string>

/** A page of the AWS console in the Region. */
export function consoleLink({ region, partition }: Where, path: string): string {
  return `https://${partition === 'aws' ? `${region}.` : ''}${hosts[partition]}/${path}`
}

/** The page of a group of logs. The console wants its name encoded twice, with `$` in the place of `%`. */
export function logsLink(account: Where, group: string): string {
  const name = encodeURIComponent(encodeURIComponent(group)).replaceAll('%', '$')
  return consoleLink(account, `cloudwatch/home?region=${account.region}#logsV2:log-groups/log-group/${name}`)
}

/** The page of a stack; `tab`: `stackinfo`, or `events`. */
export function stackLink(account: Where, stackId: string, tab: 'stackinfo' | 'events'): string {
  const at = `${tab}?stackId=${encodeURIComponent(stackId)}`
  return consoleLink(account, `cloudformation/home?region=${account.region}#/stacks/${at}`)
}

/** The page of an App Runner service. */
export function serviceLink(account: Where, arn: string): string {
  const at = `dashboard?service_arn=${encodeURIComponent(arn)}`
  return consoleLink(account, `apprunner/home?region=${account.region}#/services/${at}`)
}

/** The page of an ECS service. */
export function ecsLink(account: Where, cluster: string, service: string): string {
  const at = `clusters/${encodeURIComponent(cluster)}/services/${encodeURIComponent(service)}/health`
  return consoleLink(account, `ecs/v2/${at}?region=${account.region}`)
}
