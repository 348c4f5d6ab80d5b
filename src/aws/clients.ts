import http from 'node:http'
import https from 'node:https'
import { AmplifyClient } from '@aws-sdk/client-amplify'
import { AppRunnerClient } from '@aws-sdk/client-apprunner'
import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs'
import { ECRClient } from '@aws-sdk/client-ecr'
import { ECSClient } from '@aws-sdk/client-ecs'
import { IAMClient } from '@aws-sdk/client-iam'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SSMClient } from '@aws-sdk/client-ssm'
import { STSClient, type STSClientConfig } from '@aws-sdk/client-sts'
import type { MiddlewareStack } from '@smithy/types'
import { nameActions } from './action.ts'
import { refuseForeignAnswers } from './foreign-answer.ts'
import { record, type Trace } from './trace.ts'

/** The services that are used, in one Region with one set of credentials. */
export interface Services {
  readonly amplify: AmplifyClient
  readonly apprunner: AppRunnerClient
  readonly cloudformation: CloudFormationClient
  readonly ecr: ECRClient
  readonly ecs: ECSClient
  readonly iam: IAMClient
  readonly logs: CloudWatchLogsClient
  readonly secrets: SecretsManagerClient
  readonly ssm: SSMClient
  readonly sts: STSClient
}

/** `once`: the same without the SDK's retries, for what must not be made twice. */
export interface Clients extends Services {
  readonly once: Services
  readonly region: string
}

export interface ClientOptions {
  readonly region: string
  /** Null: the SDK's default chain. */
  readonly credentials: STSClientConfig['credentials'] | null
  readonly trace: Trace | null
  /** How often the SDK tries what can be repeated. */
  readonly attempts: number
}

/** Opens the clients; nothing is sent yet. `AWS_ENDPOINT_URL` and the rest of the SDK's environment hold. */
export function openClients(options: ClientOptions): Clients {
  return { ...services(options, options.attempts), once: services(options, 1), region: options.region }
}

function services({ region, credentials, trace }: ClientOptions, maxAttempts: number): Services {
  const config = {
    ...{ region, maxAttempts, retryMode: 'standard' },
    // The agents of the process know the proxy; an agent of the SDK's own would not.
    requestHandler: {
      connectionTimeout: 5000,
      requestTimeout: 30_000,
      httpAgent: http.globalAgent,
      httpsAgent: https.globalAgent,
    },
    ...(credentials === null || credentials === undefined ? {} : { credentials }),
  }
  const made: Services = {
    amplify: new AmplifyClient(config),
    apprunner: new AppRunnerClient(config),
    cloudformation: new CloudFormationClient(config),
    ecr: new ECRClient(config),
    ecs: new ECSClient(config),
    iam: new IAMClient(config),
    logs: new CloudWatchLogsClient(config),
    secrets: new SecretsManagerClient(config),
    ssm: new SSMClient(config),
    sts: new STSClient(config),
  }
  equip(made.amplify.middlewareStack, trace)
  equip(made.apprunner.middlewareStack, trace)
  equip(made.cloudformation.middlewareStack, trace)
  equip(made.ecr.middlewareStack, trace)
  equip(made.ecs.middlewareStack, trace)
  equip(made.iam.middlewareStack, trace)
  equip(made.logs.middlewareStack, trace)
  equip(made.secrets.middlewareStack, trace)
  equip(made.ssm.middlewareStack, trace)
  equip(made.sts.middlewareStack, trace)
  return made
}

function equip<I extends object, O extends object>(stack: MiddlewareStack<I, O>, trace: Trace | null): void {
  nameActions(stack)
  refuseForeignAnswers(stack)
  if (trace !== null) record(stack, trace)
}
