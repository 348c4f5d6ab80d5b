import type { App, Context, Rendering, Some } from '../../model.ts'
import { stages } from '../../render/environments.ts'
import { fact } from '../../render/facts.ts'
import { secretNames } from '../environment-variables.ts'
import { storeWarnings } from '../stores.ts'
import { closed } from './closed.ts'
import { appRunnerConfig } from './config.ts'
import { configPath, file, parameterFolder, serviceStack, templatePath } from './names.ts'
import { appRunnerSteps } from './steps.ts'
import { serviceTemplate } from './template.ts'
import { newestNode } from './verdicts.ts'

/** App Runner from source: Node and Python servers that its managed runtimes can build and run. */
export function renderSource(apps: Some<App>, context: Context): Rendering {
  const node = apps.some((app) => app.language === 'node')
  const python = apps.some((app) => app.language === 'python')
  return {
    files: apps.flatMap((app) => [
      file(configPath(app), appRunnerConfig(app, context), `how App Runner builds and starts ${app.name}`),
      file(
        templatePath(app),
        serviceTemplate(app, context),
        `CloudFormation: the App Runner service ${app.name}, its role and its scaling`,
      ),
    ]),
    steps: appRunnerSteps(apps, context),
    settings: [],
    permissions: [],
    bootstrap: null,
    happens: happens(context),
    warnings: [...closed(context), ...apps.flatMap((app) => [...warnings(app), ...storeWarnings(app, 'apprunner')])],
    costs: [
      `App Runner: ${apps.length === 1 ? 'one instance' : `${apps.length} instances`} of 1 vCPU and 2 GB kept ready all day (memory is billed always, the processor while requests are served), and build minutes. It never scales to zero.`,
    ],
    leftovers: apps.flatMap((app) => leftovers(app, context)),
    facts: [
      fact('apprunner-closed'),
      ...(node ? [fact('apprunner-node'), fact('node22-end')] : []),
      ...(python ? [fact('apprunner-python')] : []),
    ],
    delivery: ['Push to GitHub', 'App Runner builds from source', 'App Runner service', 'HTTPS address'],
  }
}

function warnings(app: App): readonly string[] {
  const { runtime } = app
  if (!runtime || runtime.from === 'default') return []
  const newest = app.language === 'node' ? String(newestNode) : '3.11'
  const [major] = runtime.version.split('.')
  const same = app.language === 'node' ? major === newest : runtime.version.startsWith('3.11')
  if (same) return []
  const name = app.language === 'node' ? 'Node.js' : 'Python'
  return [
    `${app.name} pins ${name} ${runtime.version} (\`${runtime.from}\`); App Runner runs ${name} ${newest}, its one runtime that is still supported.`,
  ]
}

function happens(context: Context): Rendering['happens'] {
  const branches = [...new Set(stages(context).map((stage) => stage.branch))]
    .map((branch) => `\`${branch}\``)
    .join(' or ')
  return [
    {
      when: 'On this pull request',
      what: 'Nothing is built or deployed. App Runner has no previews of pull requests.',
    },
    {
      when: 'On merge',
      what: 'The settings lie on the branch. Nothing runs until the service is started once (see the steps).',
    },
    {
      when: `On every push to ${branches}`,
      what: 'App Runner builds and deploys it by itself; when the build or the health check fails, the last version keeps running.',
    },
    { when: 'To go back', what: 'Revert the commit on GitHub: App Runner deploys what the branch holds.' },
  ]
}

function leftovers(app: App, context: Context): readonly string[] {
  return [
    ...stages(context).map((stage) => {
      const stack = serviceStack(app, context, stage.slug)
      return `Stack \`${stack}\`: \`aws cloudformation delete-stack --stack-name ${stack}\``
    }),
    ...(secretNames(app).length > 0 ? [`Parameters below \`${parameterFolder(app, context)}\``] : []),
    'The connection to GitHub, which other services may use',
  ]
}
