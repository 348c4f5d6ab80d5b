import type { App, Choice, Context, Rendering, Some } from '../model.ts'
import { stages } from '../render/environments.ts'
import { fact } from '../render/facts.ts'
import { code } from '../render/markdown.ts'
import { parameterPath, secretNames } from './environment-variables.ts'
import { webBootstrap, webPermissions } from './lambda-web/bootstrap.ts'
import { webScript } from './lambda-web/script.ts'
import { fitsWebFunction, servesWebFunction } from './lambda-web/verdicts.ts'
import { webWorkflow } from './lambda-web/workflow.ts'
import type { Target } from './target.ts'

/** Node servers on Lambda without a container, on request. */
export const lambdaWeb: Target = {
  id: 'lambda-web',
  title: 'Lambda Web Functions',
  serves: servesWebFunction,
  fits: fitsWebFunction,
  render,
}

function render(choices: Some<Choice>, context: Context): Rendering {
  const [first, ...rest] = choices
  const apps: Some<App> = [first.app, ...rest.map((choice) => choice.app)]
  const names = stages(context)
    .map((stage) => stage.name)
    .join(', then ')
  return {
    files: [...apps.map((app) => webWorkflow(app, context)), webScript],
    steps: [],
    settings: [],
    permissions: webPermissions(apps),
    bootstrap: webBootstrap(apps),
    happens: apps.flatMap((app) => [
      { when: 'On this pull request', what: `Nothing of ${app.name} is deployed.` },
      {
        when: 'On merge and on every later push',
        what: `${app.name} is built on ARM and deployed to ${names}; the run fails where it does not answer then.`,
      },
      { when: 'To go back', what: 'Run the workflow of an earlier commit again. Nothing goes back by itself.' },
    ]),
    warnings: [
      `Lambda Web Functions are new: what is written here rests on pages of ${fact('lambda-web-functions').date}, and AWS has published no list of Regions.`,
      ...apps.flatMap((app) => warnings(app, context)),
    ],
    costs: ['Lambda costs by use and nothing while nobody asks. The bucket with the code costs its storage.'],
    leftovers: [
      ...apps.map((app) => `The web function: \`aws lambda-web delete-web-function --function-name ${app.name}\``),
      'The bucket `WebFunctionCode` of the bootstrap stack: empty and delete it',
    ],
    facts: [fact('lambda-web-functions')],
    delivery: ['Push to GitHub', 'GitHub Actions builds on ARM', 'Lambda Web Function', 'HTTPS address'],
  }
}

function warnings(app: App, context: Context): readonly string[] {
  const [first] = stages(context)
  const pinned = app.runtime && app.runtime.from !== 'default' && app.runtime.version.split('.')[0] !== '24'
  const secrets = secretNames(app)
  return [
    `${app.name} must listen on all interfaces (\`0.0.0.0\`) and on \`PORT\`, which is set to 3000. It has at most 2 GB and 15 minutes for a request, and memory is gone between environments.`,
    ...(pinned
      ? [`${app.name} pins Node.js ${app.runtime?.version ?? ''}; Lambda Web Functions run Node.js 24 only.`]
      : []),
    ...(secrets.length > 0
      ? [
          `${secrets.map(code).join(', ')}: anyone who may look at the function sees its environment variables, so none is set. Keep the values below \`${parameterPath(app, context, first)}\` in the Parameter Store and read them in the code; the role may.`,
        ]
      : []),
  ]
}
