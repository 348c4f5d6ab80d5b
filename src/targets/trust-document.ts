import type { Context, Some } from '../model.ts'
import { trustPolicy } from '../render/bootstrap/trust.ts'
import type { Stage } from '../render/environments.ts'
import type { Trust } from '../render/oidc.ts'
import type { Data } from '../render/yaml.ts'

/** A stage with the runs that may take a role there. */
export interface StageTrust {
  readonly stage: Stage
  readonly trust: Extract<Trust, { ok: true }>
}

/** The trust policy of a role besides the deploy role, by stage. */
export function trustDocument(ofStages: Some<StageTrust>, context: Context): Data {
  const audience = context.aws.partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com'
  return trustPolicy({ ok: true, issuer: ofStages[0].trust.issuer, audience, parameters: [], ofStages })
}
