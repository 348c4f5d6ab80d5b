import type { App, Choice, Context, ExpressServiceResource } from '../../model.ts'
import { stackName } from '../../render/bootstrap/steps.ts'
import type { Stage } from '../../render/environments.ts'
import { textsOf } from '../../text.ts'
import { parameterPath } from '../environment-variables.ts'
import { expressHost, expressName, settingsOf } from './express.ts'
import { imageName } from './image-name.ts'
import { partsOf } from './parts.ts'
import { pipelines } from './pipelines.ts'
import { deployPath } from './workflow.ts'

/**
 * The service of an app in one environment. `asGenerated`: its settings lie in the repository as they were generated. Those of a person, machines
 * that CloudFormation does not know, subnets of one's own, and images that another environment hands on after its approval are the pipeline's alone. `byHand`: people make the
 * bootstrap stack.
 */
export function expressResource(
  { app, ci }: Choice,
  beside: readonly App[],
  stage: Stage,
  context: Context,
  { asGenerated, byHand }: { readonly asGenerated: boolean; readonly byHand: boolean },
): ExpressServiceResource {
  const { host, owner, name } = context.repository
  const part = partsOf(beside, textsOf(context)).find((one) => one.app === app)
  const builds = pipelines(context).some(({ stages: [first] }) => first.slug === stage.slug)
  const starts =
    part !== undefined && builds && asGenerated && stage.subnets === undefined && part.image.platform === 'linux/amd64'
      ? { images: imageName(app, context, stage), settings: settingsOf(app, part.image.platform, part.command) }
      : null
  return {
    ...{ kind: 'express-service', id: 'service', name: expressName(app, context, stage.slug) },
    host: expressHost(app, context, stage),
    bootstrap: { stack: stackName(context, stage.slug), byHand },
    parameters: parameterPath(app, context, stage),
    starts,
    workflow:
      ci === null || ci === 'github-actions'
        ? `https://${host}/${owner ?? ''}/${name}/actions/workflows/${deployPath(app).split('/').at(-1) ?? ''}`
        : null,
  }
}
