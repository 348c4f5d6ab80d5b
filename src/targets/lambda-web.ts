import type { App, Choice, Context, Rendering, Some } from '../model.ts'
import { stages } from '../render/environments.ts'
import { fact } from '../render/facts.ts'
import { code } from '../render/markdown.ts'
import { textsOf } from '../text.ts'
import { parameterPath, secretNames } from './environment-variables.ts'
import { webBootstrap, webPermissions } from './lambda-web/bootstrap.ts'
import { webScript } from './lambda-web/script.ts'
import { fitsWebFunction, servesWebFunction } from './lambda-web/verdicts.ts'
import { webPath, webWorkflow } from './lambda-web/workflow.ts'
import type { Target } from './target.ts'

/** Node servers on Lambda without a container, on request. */
export const lambdaWeb: Target = {
  id: 'lambda-web',
  serves: servesWebFunction,
  fits: fitsWebFunction,
  render,
  // A function is in no stack; GitHub tells of its deployments.
  host: ({ name }) => ({ kind: 'unseen', name }),
  workflow: webPath,
}

function render(choices: Some<Choice>, context: Context): Rendering {
  const texts = textsOf(context)
  const [first, ...rest] = choices
  const apps: Some<App> = [first.app, ...rest.map((choice) => choice.app)]
  const names = stages(context).map((stage) => stage.name)
  return {
    files: [...apps.map((app) => webWorkflow(app, context)), webScript(texts)],
    steps: [],
    settings: [],
    permissions: webPermissions(apps, texts),
    bootstrap: webBootstrap(apps),
    happens: apps.flatMap((app) => [
      { when: texts.lambdaWeb.thisPullRequest, what: texts.lambdaWeb.nothingDeployed(app.name) },
      {
        when: texts.lambdaWeb.everyLaterPush,
        what: texts.lambdaWeb.deployed(app.name, names),
      },
      { when: texts.lambdaWeb.toGoBack, what: texts.lambdaWeb.goBackText },
    ]),
    warnings: [
      texts.lambdaWeb.isNew(fact('lambda-web-functions').date),
      ...apps.flatMap((app) => warnings(app, context)),
    ],
    costs: [texts.lambdaWeb.costs],
    leftovers: [...apps.map((app) => texts.lambdaWeb.leftover(app.name)), texts.lambdaWeb.bucket],
    facts: [fact('lambda-web-functions')],
    delivery: [
      texts.pullRequest.pushTo(context.repository.defaultBranch),
      texts.lambdaWeb.buildsOnArm,
      'Lambda Web Function',
      texts.lambdaWeb.address,
    ],
  }
}

function warnings(app: App, context: Context): readonly string[] {
  const texts = textsOf(context)
  const [first] = stages(context)
  const pinned = app.runtime && app.runtime.from !== 'default' && app.runtime.version.split('.')[0] !== '24'
  const secrets = secretNames(app)
  return [
    texts.lambdaWeb.listens(app.name),
    ...(pinned ? [texts.lambdaWeb.otherNode(app.name, app.runtime?.version ?? '')] : []),
    ...(secrets.length > 0
      ? [texts.lambdaWeb.secrets(secrets.map(code).join(', '), parameterPath(app, context, first))]
      : []),
  ]
}
