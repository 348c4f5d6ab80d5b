/** A kind of AWS resource in a template. `named`: one of them at least has a name of its own instead of one after the stack. */
export interface TemplateResource {
  readonly type: string
  readonly named: boolean
}

const typeLine = /^(\s*)"?Type"?\s*:\s*["']?(AWS::[\w:]+)/
const eventLine = /^\s+"?Type"?\s*:\s*["']?([A-Z][A-Za-z0-9]+)["']?,?\s*$/
const nameLine =
  /^\s*"?(?:FunctionName|TableName|QueueName|TopicName|BucketName|RoleName|LayerName|StateMachineName|LogGroupName|DBInstanceIdentifier|UserPoolName|StreamName|Name)"?\s*:\s*(\S.*)$/

/** What the transform makes of the events of a function. */
const events: Readonly<Record<string, string>> = {
  Api: 'AWS::Serverless::Api',
  HttpApi: 'AWS::Serverless::HttpApi',
  Schedule: 'AWS::Events::Rule',
  CloudWatchEvent: 'AWS::Events::Rule',
  EventBridgeRule: 'AWS::Events::Rule',
  ScheduleV2: 'AWS::Scheduler::Schedule',
  SNS: 'AWS::SNS::Subscription',
  CloudWatchLogs: 'AWS::Logs::SubscriptionFilter',
  IoTRule: 'AWS::IoT::TopicRule',
}

/** Properties of functions that ask for more than the function. */
const properties: readonly { readonly line: RegExp; readonly type: string }[] = [
  { line: /^\s+"?DeploymentPreference"?\s*:/, type: 'AWS::CodeDeploy::Application' },
  { line: /^\s+"?VpcConfig"?\s*:/, type: 'AWS::EC2::VpcConfig' },
  { line: /^\s+"?PackageType"?\s*:\s*["']?Image/, type: 'AWS::ECR::Repository' },
]

/** Every kind of resource of a SAM or CloudFormation template, sorted; read line by line, as templates hold tags that no YAML reader knows. */
export function templateResources(text: string): readonly TemplateResource[] {
  const found = new Map<string, boolean>()
  const add = (type: string, named: boolean) => found.set(type, named || (found.get(type) ?? false))
  let current: { readonly type: string; readonly indent: number } | null = null
  for (const line of text.split('\n')) {
    const [, indent = '', type] = typeLine.exec(line) ?? []
    if (type) {
      current = { type, indent: indent.length }
      add(type, false)
      continue
    }
    const event = events[eventLine.exec(line)?.[1] ?? '']
    if (event) add(event, false)
    for (const property of properties) if (property.line.test(line)) add(property.type, false)
    if (current && isOwnName(line, current.indent)) add(current.type, true)
  }
  return [...found].map(([type, named]) => ({ type, named })).sort((a, b) => (a.type < b.type ? -1 : 1))
}

/** A name that does not begin with the stack's, one level below the properties of a resource. */
function isOwnName(line: string, indent: number): boolean {
  const value = nameLine.exec(line)?.[1]
  const depth = line.length - line.trimStart().length
  if (value === undefined || depth <= indent || depth > indent + 4) return false
  return !/^(?:!Sub\s+)?["']?(?:Fn::Sub:\s*["']?)?\$\{AWS::StackName\}/.test(value)
}
