import type { App, Context, Step } from '../../model.ts'
import { stages } from '../../render/environments.ts'
import { code } from '../../render/markdown.ts'
import { shellWord } from '../../render/shell.ts'
import { type Texts, textsOf } from '../../text.ts'
import { needsCompute } from './hosting.ts'
import { rewriteRule } from './rewrites.ts'
import { ownVariables } from './variables.ts'

/** What a person does once for each site, after the merge: connect, then what the build settings cannot hold. */
export function amplifySteps(app: App, context: Context): readonly Step[] {
  const site = app.root === '.' ? '' : textsOf(context).amplify.ofSite(code(app.root))
  return [
    connect(app, site, context),
    ...settings(app, site, context),
    ...variables(app, site, textsOf(context)),
    ...previews(app, site, context),
  ]
}

function connect(app: App, site: string, context: Context): Step {
  const texts = textsOf(context)
  const { owner, name, defaultBranch } = context.repository
  const region = stages(context)[0].region
  const address = region
    ? `https://${region}.console.aws.amazon.com/amplify/create/repo-branch`
    : 'https://console.aws.amazon.com/amplify/create/repo-branch'
  const monorepo = app.root === '.' ? '' : texts.amplify.monorepo(code(app.root))
  const framework = needsCompute(app) ? texts.amplify.framework : ''
  return {
    when: 'after merge',
    title: texts.amplify.connect(site),
    text: texts.amplify.connectText(code(owner ? `${owner}/${name}` : name), code(defaultBranch), monorepo, framework),
    commands: [],
    link: address,
  }
}

function settings(app: App, site: string, context: Context): readonly Step[] {
  const texts = textsOf(context)
  const rule = rewriteRule(app)
  const platform = needsCompute(app) ? ['--platform WEB_COMPUTE'] : []
  const rules = rule ? [`--custom-rules ${shellWord(JSON.stringify([rule]))}`] : []
  if (platform.length === 0 && rules.length === 0) return []
  const text = rule ? texts.amplify.rewriteText : texts.amplify.platformText
  return [
    {
      when: 'after merge',
      title: rule ? texts.amplify.rewrite(site) : texts.amplify.platform(site),
      text,
      commands: [
        findApp(app, context),
        `aws amplify update-app --app-id "$app_id" ${[...platform, ...rules].join(' ')}`,
      ],
      link: rule
        ? 'https://docs.aws.amazon.com/amplify/latest/userguide/redirect-rewrite-examples.html'
        : 'https://docs.aws.amazon.com/amplify/latest/userguide/ssr-amplify-support.html',
    },
  ]
}

/** The id of the Amplify app; in a monorepo several are connected to one repository. */
function findApp(app: App, context: Context): string {
  const { owner, name } = context.repository
  const repository = `ends_with(repository, ${jsonLiteral(`/${owner ? `${owner}/` : ''}${name}`)})`
  const variable = 'environmentVariables.AMPLIFY_MONOREPO_APP_ROOT'
  const root = app.root === '.' ? '' : ` && ${variable} == ${jsonLiteral(app.root)}`
  const query = `apps[?${repository}${root}].appId | [0]`
  return `app_id=$(aws amplify list-apps --query ${shellWord(query)} --output text)`
}

/** A text in JMESPath: JSON between backticks. */
function jsonLiteral(text: string): string {
  return `\`${JSON.stringify(text).replaceAll('`', '\\`')}\``
}

function variables(app: App, site: string, texts: Texts): readonly Step[] {
  const names = ownVariables(app)
  if (names.length === 0) return []
  return [
    {
      when: 'after merge',
      title: texts.amplify.variables(site),
      text: texts.amplify.variablesText(names.map(code).join(', ')),
      commands: [],
      link: 'https://docs.aws.amazon.com/amplify/latest/userguide/setting-env-vars.html',
    },
  ]
}

/** No promise for server code of a public repository (G49). */
function previews(app: App, site: string, context: Context): readonly Step[] {
  const texts = textsOf(context)
  if (needsCompute(app) && context.repository.private !== true) return []
  const branch = shellWord(context.repository.defaultBranch)
  return [
    {
      when: 'after merge',
      title: texts.amplify.previews(site),
      text: texts.amplify.previewsText,
      commands: [
        findApp(app, context),
        `aws amplify update-branch --app-id "$app_id" --branch-name ${branch} --enable-pull-request-preview`,
      ],
      link: 'https://docs.aws.amazon.com/amplify/latest/userguide/pr-previews.html',
      optional: true,
    },
  ]
}
