import type { App, Context, Rendering, Some } from '../../model.ts'
import { stages } from '../../render/environments.ts'
import { fact } from '../../render/facts.ts'
import { type Texts, textsOf } from '../../text.ts'
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
  const texts = textsOf(context)
  const node = apps.some((app) => app.language === 'node')
  const python = apps.some((app) => app.language === 'python')
  return {
    files: apps.flatMap((app) => [
      file(configPath(app), appRunnerConfig(app, context), texts.apprunner.settingsPurpose(app.name)),
      file(templatePath(app), serviceTemplate(app, context), texts.apprunner.templatePurpose(app.name)),
    ]),
    steps: appRunnerSteps(apps, context),
    settings: [],
    permissions: [],
    bootstrap: null,
    happens: happens(context),
    warnings: [
      ...closed(context),
      ...apps.flatMap((app) => [...warnings(app, texts), ...storeWarnings(app, 'apprunner', texts)]),
    ],
    costs: [texts.apprunner.sourceCosts(apps.length)],
    leftovers: apps.flatMap((app) => leftovers(app, context)),
    facts: [
      fact('apprunner-closed'),
      ...(node ? [fact('apprunner-node'), fact('node22-end')] : []),
      ...(python ? [fact('apprunner-python')] : []),
    ],
    delivery: [
      texts.pullRequest.pushTo(context.repository.defaultBranch),
      texts.apprunner.buildsSource,
      texts.apprunner.service,
      texts.apprunner.address,
    ],
  }
}

function warnings(app: App, texts: Texts): readonly string[] {
  const { runtime } = app
  if (!runtime || runtime.from === 'default') return []
  const newest = app.language === 'node' ? String(newestNode) : '3.11'
  const [major] = runtime.version.split('.')
  const same = app.language === 'node' ? major === newest : runtime.version.startsWith('3.11')
  if (same) return []
  const name = app.language === 'node' ? 'Node.js' : 'Python'
  return [texts.apprunner.otherRuntime(app.name, name, runtime.version, runtime.from, newest)]
}

function happens(context: Context): Rendering['happens'] {
  const texts = textsOf(context)
  const branches = [...new Set(stages(context).map((stage) => stage.branch))]
    .map((branch) => `\`${branch}\``)
    .join(' or ')
  return [
    {
      when: texts.apprunner.thisPullRequest,
      what: texts.apprunner.noPreviews,
    },
    {
      when: texts.apprunner.onMerge,
      what: texts.apprunner.settingsMerged,
    },
    {
      when: texts.apprunner.everyPush(branches),
      what: texts.apprunner.deploysItself,
    },
    { when: texts.apprunner.toGoBack, what: texts.apprunner.revert },
  ]
}

function leftovers(app: App, context: Context): readonly string[] {
  const texts = textsOf(context)
  return [
    ...stages(context).map((stage) => {
      const stack = serviceStack(app, context, stage.slug)
      return `Stack \`${stack}\`: \`aws cloudformation delete-stack --stack-name ${stack}\``
    }),
    ...(secretNames(app).length > 0 ? [texts.apprunner.parametersBelow(parameterFolder(app, context))] : []),
    texts.apprunner.connectionStays,
  ]
}
