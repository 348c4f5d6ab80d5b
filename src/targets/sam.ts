import type { App, Choice, Context, Rendering, Some, Step } from '../model.ts'
import { branchPolicy, environmentPath } from '../render/bootstrap/steps.ts'
import { stages } from '../render/environments.ts'
import { fact } from '../render/facts.ts'
import { shellWord } from '../render/shell.ts'
import { pascal } from './names.ts'
import { commonPermissions } from './sam/common-permissions.ts'
import { featureOutputs, featureResources } from './sam/feature/resources.ts'
import { featureStage, featureTrust } from './sam/feature/stage.ts'
import { featureSteps } from './sam/feature/steps.ts'
import { featureWorkflow } from './sam/feature/workflow.ts'
import { stackBase } from './sam/names.ts'
import { pipelineWorkflow } from './sam/pipeline.ts'
import { samOutputs, samResources } from './sam/resources.ts'
import { deployScript, featureScript } from './sam/scripts.ts'
import { stackPermissions } from './sam/stack-permissions.ts'
import { happens, leftovers, warnings } from './sam/texts.ts'
import { fitsSam, servesSam } from './sam/verdicts.ts'
import type { Target } from './target.ts'

/**
 * A pipeline for SAM templates in GitHub Actions: what `sam pipeline init` and `bootstrap` make by asking, without their stored defaults
 * (administrator rights, subjects that fail, one wildcard for every branch).
 */
export const sam: Target = { id: 'sam', title: 'SAM pipeline', serves: servesSam, fits: fitsSam, render }

function render(choices: Some<Choice>, context: Context): Rendering {
  const [first, ...rest] = choices
  const apps: Some<App> = [first.app, ...rest.map((choice) => choice.app)]
  const stage = featureStage(context)
  const found = stage === null ? null : featureTrust(apps, context)
  const trust = found?.ok ? found : null
  const features = stage !== null && trust !== null
  return {
    files: [
      ...apps.map((app) => pipelineWorkflow(app, context)),
      ...(features ? apps.map((app) => featureWorkflow(app, stage, context)) : []),
      deployScript,
      ...(features ? [featureScript] : []),
    ],
    steps: [...approvals(context), ...(features ? featureSteps(context) : [])],
    settings: [],
    permissions: [
      ...commonPermissions,
      ...apps.flatMap((app) =>
        stackPermissions(
          app,
          `${stackBase(app, context)}-\${Environment}`,
          `${pascal(app.name)}StackRole`,
          pascal(app.name),
        ),
      ),
    ],
    bootstrap: {
      parameters: {},
      resources: { ...samResources(apps, context), ...(trust ? featureResources(apps, trust, context) : {}) },
      outputs: { ...samOutputs(apps), ...(trust ? featureOutputs(apps, context) : {}) },
    },
    happens: apps.flatMap((app) => happens(app, context, features)),
    warnings: apps.flatMap((app) => warnings(app, context)),
    costs: [
      'Lambda, API Gateway and the like cost by use, in every environment and feature stack that is used. The artifacts bucket costs its storage.',
    ],
    leftovers: [
      ...apps.flatMap((app) => leftovers(app, context)),
      'The bucket `SamArtifacts` of each bootstrap stack: empty and delete it after the stacks',
    ],
    facts: [fact('sam-bootstrap-admin'), fact('lambda-runtimes')],
    delivery: [
      'Push to GitHub',
      'Test and build once',
      ...stages(context).map((one) => `${one.name}${one.approval ? ' (approved)' : ''}`),
    ],
  }
}

/** A person lets it on: a rule of the GitHub environment. */
function approvals(context: Context): readonly Step[] {
  return stages(context)
    .filter((stage) => stage.approval && stage.github)
    .map((stage) => ({
      when: 'before merge',
      title: `Let nothing into ${stage.name} without approval`,
      text: `Makes you the reviewer of the environment \`${stage.name}\`; add others in its settings. In a private repository this needs GitHub Enterprise: without it, leave this step out, and ${stage.name} follows by itself once the environment before it is deployed.`,
      commands: [
        `gh api --silent -X PUT ${shellWord(environmentPath(stage, context))} ${branchPolicy} -F 'reviewers[][type]=User' -F "reviewers[][id]=$(gh api user --jq .id)"`,
      ],
      link: 'https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments',
    }))
}
