import * as amplifySdk from '@aws-sdk/client-amplify'
import * as apprunnerSdk from '@aws-sdk/client-apprunner'
import * as cloudformationSdk from '@aws-sdk/client-cloudformation'
import * as logsSdk from '@aws-sdk/client-cloudwatch-logs'
import * as ecrSdk from '@aws-sdk/client-ecr'
import * as ecsSdk from '@aws-sdk/client-ecs'
import * as iamSdk from '@aws-sdk/client-iam'
import * as secretsSdk from '@aws-sdk/client-secrets-manager'
import * as ssmSdk from '@aws-sdk/client-ssm'
import * as stsSdk from '@aws-sdk/client-sts'
import type { Service } from './operation.ts'
import { type OperationShape, operationsOf } from './schema/shape.ts'
import { amplify } from './services/amplify.ts'
import { apprunner } from './services/apprunner.ts'
import { cloudformation } from './services/cloudformation.ts'
import { ecr } from './services/ecr.ts'
import { ecs } from './services/ecs.ts'
import { iam } from './services/iam.ts'
import { logs } from './services/logs.ts'
import { secretsmanager } from './services/secretsmanager.ts'
import { ssm } from './services/ssm.ts'
import { sts } from './services/sts.ts'

/** A service by its protocol, with the shapes of all its operations and the code of those that are had here. */
export interface Served {
  readonly protocol: 'json' | 'rest' | 'query'
  readonly operations: ReadonlyMap<string, OperationShape>
  readonly service: Service
}

/** By the name in signatures. */
export type Catalogue = ReadonlyMap<string, Served>

export const catalogue: Catalogue = new Map<string, Served>([
  ['apprunner', { protocol: 'json', operations: operationsOf(apprunnerSdk), service: apprunner }],
  ['amplify', { protocol: 'rest', operations: operationsOf(amplifySdk), service: amplify }],
  ['ecs', { protocol: 'json', operations: operationsOf(ecsSdk), service: ecs }],
  ['ecr', { protocol: 'json', operations: operationsOf(ecrSdk), service: ecr }],
  ['logs', { protocol: 'json', operations: operationsOf(logsSdk), service: logs }],
  ['secretsmanager', { protocol: 'json', operations: operationsOf(secretsSdk), service: secretsmanager }],
  ['ssm', { protocol: 'json', operations: operationsOf(ssmSdk), service: ssm }],
  ['cloudformation', { protocol: 'query', operations: operationsOf(cloudformationSdk), service: cloudformation }],
  ['iam', { protocol: 'query', operations: operationsOf(iamSdk), service: iam }],
  ['sts', { protocol: 'query', operations: operationsOf(stsSdk), service: sts }],
])
