import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { cfnLint } from '../lint/tools.ts'
import { cleanCopy, type Repository } from './repository.ts'
import { transformedTypes } from './sam-program.ts'
import { runJob } from './workflow.ts'
import { workflowJobs } from './workflow-steps.ts'

const bootstrap = 'infra/cicd/bootstrap.yaml'

/**
 * Runs the build job of a SAM pipeline, takes what it built through SAM's own translator, and holds the role that CloudFormation
 * would work with against the resources that came out. Deploying needs AWS.
 */
export async function runSam(repository: Repository, tools: string, text: string): Promise<readonly string[]> {
  const [job] = workflowJobs(text, ['build'])
  if (!job) throw new Error('the pipeline has no job that builds')
  const copy = cleanCopy(repository, 'sam')
  const lines = await runJob(job, copy, tools)
  const built = join(copy, artifactOf(text), 'template.yaml')
  if (!existsSync(built)) throw new Error(`the job left no ${built}`)
  const types = transformedTypes(built)
  const lint = cfnLint([join(copy, bootstrap)])
  if (lint !== '') throw new Error(lint)
  const { missing, held } = grants(repository, types)
  if (missing.length > 0) throw new Error(`the stack role may not make ${missing.join(', ')}`)
  return [...lines, `transformed: ${types.join(', ')}`, `granted by the stack role: ${held.join(', ')}`]
}

function artifactOf(text: string): string {
  const workflow: {
    readonly jobs: Readonly<
      Record<
        string,
        { readonly steps: readonly { readonly uses?: string; readonly with?: { readonly path?: string } }[] }
      >
    >
  } = parse(text)
  const step = workflow.jobs.build?.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact'))
  return step?.with?.path ?? '.aws-sam/build'
}

/** The services of CloudFormation's type names, as IAM spells them where that differs. */
const prefixes: Readonly<Record<string, string>> = { serverless: 'lambda', apigatewayv2: 'apigateway', logs: 'logs' }

interface Role {
  readonly Properties: {
    readonly Policies: readonly {
      readonly PolicyDocument: { readonly Statement: readonly { readonly Action: string | readonly string[] }[] }
    }[]
  }
}

function grants(repository: Repository, types: readonly string[]) {
  const content = repository.answer.files.find(({ path }) => path === bootstrap)?.content ?? ''
  const template: { readonly Resources: Readonly<Record<string, Role>> } = parse(content)
  const role = Object.entries(template.Resources).find(([name]) => /(?<!Feature)StackRole$/.test(name))?.[1]
  const actions = (role?.Properties.Policies ?? []).flatMap(({ PolicyDocument }) =>
    PolicyDocument.Statement.flatMap(({ Action }) => Action),
  )
  const held = [...new Set(actions.map((action) => action.split(':')[0] ?? ''))].sort()
  const serviceOf = (type: string) => {
    const service = (type.split('::')[1] ?? '').toLowerCase()
    return prefixes[service] ?? service
  }
  return { held, missing: types.filter((type) => !held.includes(serviceOf(type))) }
}
