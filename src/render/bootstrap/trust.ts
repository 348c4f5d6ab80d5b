import type { Context, Some } from '../../model.ts'
import type { Texts } from '../../text.ts'
import { type Stage, stages } from '../environments.ts'
import { type SubjectParameter, type Trust, trustFor } from '../oidc.ts'
import type { Data } from '../yaml.ts'
import type { WorkflowIdentity } from './workflows.ts'

type Known = Extract<Trust, { ok: true }>

/** The trust of every stage. */
export interface Trusted {
  readonly ok: true
  readonly issuer: string
  readonly audience: string
  readonly parameters: readonly SubjectParameter[]
  readonly ofStages: Some<{ readonly stage: Stage; readonly trust: Known }>
}

/** The trust of every stage, or why one cannot be told. */
export function trusts(
  context: Context,
  workflows: readonly WorkflowIdentity[],
  texts: Texts,
): Trusted | { readonly ok: false; readonly because: string } {
  const found: { stage: Stage; trust: Known }[] = []
  for (const stage of stages(context)) {
    const runs = { environment: stage.github ? stage.name : null, branch: stage.branch, workflows }
    const trust = trustFor(context.repository, runs, texts)
    if (!trust.ok) return trust
    found.push({ stage, trust })
  }
  const [first, ...rest] = found
  if (!first) throw new Error('A context has at least one stage')
  const parameters = [...new Set(found.flatMap((item) => item.trust.parameters))]
  const audience = context.aws.partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com'
  return { ok: true, issuer: first.trust.issuer, audience, parameters, ofStages: [first, ...rest] }
}

/** Name of the condition that holds while the template is deployed for a stage. */
export function stageCondition(slug: string): string {
  return `Is${slug.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase())}`
}

/** The trust policy of the deploy role: exact audience and exact subjects of the stage that the stack is deployed for. */
export function trustPolicy(trusted: Trusted): Data {
  const { issuer, audience, ofStages } = trusted
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'GitHubActions',
        Effect: 'Allow',
        Action: 'sts:AssumeRoleWithWebIdentity',
        Principal: {
          Federated: { 'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/${issuer}` },
        },
        Condition: { StringEquals: { [`${issuer}:aud`]: audience, [`${issuer}:sub`]: subjectsOf(ofStages) } },
      },
    ],
  }
}

function subjectsOf([first, ...rest]: Trusted['ofStages']): Data {
  const values = first.trust.subjects.map((text) => (text.includes('${') ? { 'Fn::Sub': text } : text))
  const [next, ...others] = rest
  if (!next) return values
  return { 'Fn::If': [stageCondition(first.stage.slug), values, subjectsOf([next, ...others])] }
}
