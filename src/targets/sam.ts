import type { App, Choice, Context, Rendering, Some } from '../model.ts'
import { stages } from '../render/environments.ts'
import { textsOf } from '../text.ts'
import { approvals } from './sam/approvals.ts'
import type { FeatureSignIn } from './sam/feature/resources.ts'
import { featureStage, featureTrust } from './sam/feature/stage.ts'
import { featureSteps } from './sam/feature/steps.ts'
import { featureWorkflow } from './sam/feature/workflow.ts'
import { samFor } from './sam/for-provider.ts'
import { inAws, stageNames } from './sam/in-aws.ts'
import { stackBase } from './sam/names.ts'
import { pipelinePath, pipelineWorkflow } from './sam/pipeline.ts'
import { deployScript, featureScript } from './sam/scripts.ts'
import { fitsSam, servesSam } from './sam/verdicts.ts'
import type { Target } from './target.ts'
import { trustDocument } from './trust-document.ts'

/**
 * A pipeline for SAM templates: what `sam pipeline init` and `bootstrap` make by asking, without their stored defaults
 * (administrator rights, subjects that fail, one wildcard for every branch). GitHub Actions, or another provider by the same scripts.
 */
export const sam: Target = {
  id: 'sam',
  serves: servesSam,
  fits: fitsSam,
  render,
  host: (app, { slug }, context) => ({ kind: 'stack', stack: `${stackBase(app, context)}-${slug}` }),
  workflow: pipelinePath,
}

function render(choices: Some<Choice>, context: Context): Rendering {
  const [first, ...rest] = choices
  const apps: Some<App> = [first.app, ...rest.map((choice) => choice.app)]
  return first.ci === null || first.ci === 'github-actions' ? forGitHub(apps, context) : samFor(first.ci, apps, context)
}

function forGitHub(apps: Some<App>, context: Context): Rendering {
  const stage = featureStage(context)
  const found = stage === null ? null : featureTrust(apps, context)
  const trust = found?.ok ? found : null
  const features = stage !== null && trust !== null
  const texts = textsOf(context)
  const signIn: FeatureSignIn | null = trust && {
    trust: trustDocument([{ stage: stages(context)[0], trust }], context),
    by: 'GitHub Actions',
    output: 'Value of the Actions variable for the role, in the environment feature',
    parameters: {},
    sweep: false,
    goes: 'branch',
  }
  return {
    ...inAws(apps, signIn, context),
    files: [
      ...apps.map((app) => pipelineWorkflow(app, context)),
      ...(features ? apps.map((app) => featureWorkflow(app, stage, context)) : []),
      deployScript(texts),
      ...(features ? [featureScript(texts)] : []),
    ],
    steps: [...approvals(context), ...(features ? featureSteps(context) : [])],
    delivery: [
      texts.pullRequest.pushTo(context.repository.defaultBranch),
      texts.sam.testsAndBuilds,
      ...stageNames(context),
    ],
  }
}
