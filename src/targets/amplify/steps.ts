import type { App, Context, Step } from '../../model.ts'
import { stages } from '../../render/environments.ts'
import { code } from '../../render/markdown.ts'
import { shellWord } from '../../render/shell.ts'
import { needsCompute } from './hosting.ts'
import { rewriteRule } from './rewrites.ts'
import { ownVariables } from './variables.ts'

/** What a person does once for each site, after the merge: connect, then what the build settings cannot hold. */
export function amplifySteps(app: App, context: Context): readonly Step[] {
  const site = app.root === '.' ? '' : ` (${code(app.root)})`
  return [
    connect(app, site, context),
    ...settings(app, site, context),
    ...variables(app, site),
    ...previews(app, site, context),
  ]
}

function connect(app: App, site: string, context: Context): Step {
  const { owner, name, defaultBranch } = context.repository
  const region = stages(context)[0].region
  const address = region
    ? `https://${region}.console.aws.amazon.com/amplify/create/repo-branch`
    : 'https://console.aws.amazon.com/amplify/create/repo-branch'
  const monorepo = app.root === '.' ? '' : ` Tick *My app is a monorepo* and give ${code(app.root)} as its root.`
  const framework = needsCompute(app) ? ' *Framework* must show the server-side framework, not a static site.' : ''
  return {
    when: 'after merge',
    title: `Connect the repository to Amplify Hosting${site}`,
    text: `Open the link, choose *GitHub*, allow the *AWS Amplify* GitHub App to read ${code(owner ? `${owner}/${name}` : name)}, and choose the branch ${code(defaultBranch)}.${monorepo} The build settings come from \`amplify.yml\`: change nothing.${framework} Then *Save and deploy*. The first build takes a few minutes and ends with the address of the site.`,
    commands: [],
    link: address,
  }
}

function settings(app: App, site: string, context: Context): readonly Step[] {
  const rule = rewriteRule(app)
  const platform = needsCompute(app) ? ['--platform WEB_COMPUTE'] : []
  const rules = rule ? [`--custom-rules ${shellWord(JSON.stringify([rule]))}`] : []
  if (platform.length === 0 && rules.length === 0) return []
  const text = rule
    ? 'Without this rule a reload of any page but the first gives "not found". It cannot be set in a file.'
    : 'Makes sure that server code runs; it changes nothing where the console has already set it.'
  return [
    {
      when: 'after merge',
      title: rule ? `Add the rewrite rule of a single-page app${site}` : `Check the platform${site}`,
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

function variables(app: App, site: string): readonly Step[] {
  const names = ownVariables(app)
  if (names.length === 0) return []
  return [
    {
      when: 'after merge',
      title: `Set the environment variables that the build reads${site}`,
      text: `Amplify console, the app, *Hosting*, *Environment variables*: ${names.map(code).join(', ')}. Leave out what is not needed. They are plain text; keep secrets in *Secrets* or in AWS Secrets Manager.`,
      commands: [],
      link: 'https://docs.aws.amazon.com/amplify/latest/userguide/setting-env-vars.html',
    },
  ]
}

/** No promise for server code of a public repository (G49). */
function previews(app: App, site: string, context: Context): readonly Step[] {
  if (needsCompute(app) && context.repository.private !== true) return []
  const branch = shellWord(context.repository.defaultBranch)
  return [
    {
      when: 'after merge',
      title: `If you like: a preview for every pull request${site}`,
      text: 'Each pull request gets an address of its own, which goes when it is closed.',
      commands: [
        findApp(app, context),
        `aws amplify update-branch --app-id "$app_id" --branch-name ${branch} --enable-pull-request-preview`,
      ],
      link: 'https://docs.aws.amazon.com/amplify/latest/userguide/pr-previews.html',
    },
  ]
}
