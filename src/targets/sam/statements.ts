import type { App, Statement } from '../../model.ts'
import { free, type Grant, grants } from './grants.ts'

/** A kind of resource of the template, as detection notes it in `needs`. */
interface Resource {
  readonly type: string
  readonly named: boolean
}

/** The kinds of resource in the template of an app. */
export function resourcesOf(app: App): readonly Resource[] {
  return app.needs.flatMap((need) => {
    const match = /^aws resource: (AWS::[\w:]+)( \(named\))?$/.exec(need)
    return match?.[1] ? [{ type: match[1], named: match[2] !== undefined }] : []
  })
}

/** Kinds that are not known here: a person has to allow CloudFormation what they need. */
export function unknownResources(app: App): readonly string[] {
  return resourcesOf(app).flatMap(({ type }) => (free.has(type) || grantFor(type) ? [] : [type]))
}

/** Whether functions of the app are container images. */
export function hasImages(app: App): boolean {
  return resourcesOf(app).some(({ type }) => type === 'AWS::ECR::Repository')
}

function grantFor(type: string): Grant | undefined {
  return grants[type] ?? grants[type.slice(0, type.lastIndexOf('::') + 2)]
}

/**
 * What CloudFormation must be allowed to deploy an app's template: each kind of resource of the template and no other, by name where
 * names follow the stack. `stack`: how stack names begin, for `Fn::Sub`, e.g. `shop-${Environment}`.
 */
export function stackStatements(app: App, stack: string): readonly Statement[] {
  const found = [{ type: 'AWS::Serverless::Function', named: false }, ...resourcesOf(app)]
  const byService = new Map<string, { actions: Set<string>; resources: Set<string> }>()
  for (const { type, named } of found) {
    const grant = grantFor(type)
    if (!grant) continue
    const entry = byService.get(grant.service) ?? { actions: new Set<string>(), resources: new Set<string>() }
    for (const action of grant.actions) entry.actions.add(action)
    for (const resource of grant.resources) entry.resources.add(resource.replace('{name}', named ? '*' : `${stack}-*`))
    byService.set(grant.service, entry)
  }
  const own = [...byService].map(
    ([service, { actions, resources }]): Statement => ({
      Sid: service,
      Effect: 'Allow',
      Action: [...actions],
      Resource: resources.size === 0 ? '*' : [...resources].map((resource) => sub(resource)),
    }),
  )
  return [...own, ...functionStatements(app, stack)]
}

/** What every function brings: its role, its sources of events, shared layers. */
function functionStatements(app: App, stack: string): readonly Statement[] {
  const role = sub(`iam::\${AWS::AccountId}:role/${stack}-*`)
  const services = ['lambda.amazonaws.com', ...passedTo(app)]
  return [
    { Sid: 'Roles', Effect: 'Allow', Action: roleActions, Resource: role },
    {
      Sid: 'PassRoles',
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: role,
      Condition: { StringEquals: { 'iam:PassedToService': services } },
    },
    {
      Sid: 'EventSources',
      Effect: 'Allow',
      Action: [
        'lambda:CreateEventSourceMapping',
        'lambda:DeleteEventSourceMapping',
        'lambda:GetEventSourceMapping',
        'lambda:UpdateEventSourceMapping',
      ],
      Resource: '*',
      Condition: {
        ArnLike: {
          'lambda:FunctionArn': sub(`lambda:\${AWS::Region}:\${AWS::AccountId}:function:${functions(app, stack)}`),
        },
      },
    },
    { Sid: 'SharedLayers', Effect: 'Allow', Action: ['lambda:GetLayerVersion'], Resource: sub('lambda:*:*:layer:*') },
  ]
}

function functions(app: App, stack: string): string {
  const named = resourcesOf(app).some(({ type, named }) => named && type === 'AWS::Serverless::Function')
  return named ? '*' : `${stack}-*`
}

const roleActions = [
  'AttachRolePolicy',
  'CreateRole',
  'DeleteRole',
  'DeleteRolePolicy',
  'DetachRolePolicy',
  'GetRole',
  'GetRolePolicy',
  'ListAttachedRolePolicies',
  'ListRolePolicies',
  'PutRolePolicy',
  'TagRole',
  'UntagRole',
  'UpdateAssumeRolePolicy',
  'UpdateRole',
].map((action) => `iam:${action}`)

const receivers: readonly { readonly type: RegExp; readonly service: string }[] = [
  { type: /StateMachine/, service: 'states.amazonaws.com' },
  { type: /^AWS::Events::/, service: 'events.amazonaws.com' },
  { type: /^AWS::Scheduler::/, service: 'scheduler.amazonaws.com' },
  { type: /Api(?:Gateway|$)/, service: 'apigateway.amazonaws.com' },
  { type: /^AWS::CodeDeploy::/, service: 'codedeploy.amazonaws.com' },
  { type: /^AWS::Cognito::/, service: 'cognito-identity.amazonaws.com' },
  { type: /^AWS::KinesisFirehose::/, service: 'firehose.amazonaws.com' },
  { type: /AppSync|GraphQLApi/, service: 'appsync.amazonaws.com' },
  { type: /^AWS::IoT::/, service: 'iot.amazonaws.com' },
]

function passedTo(app: App): readonly string[] {
  const types = resourcesOf(app).map(({ type }) => type)
  return receivers.filter(({ type }) => types.some((one) => type.test(one))).map(({ service }) => service)
}

function sub(rest: string): { readonly 'Fn::Sub': string } {
  return { 'Fn::Sub': `arn:\${AWS::Partition}:${rest}` }
}
