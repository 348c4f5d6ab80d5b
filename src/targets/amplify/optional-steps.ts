import type { App, Context, Step } from '../../model.ts'
import { stackName } from '../../render/bootstrap/steps.ts'
import { stages } from '../../render/environments.ts'
import { code } from '../../render/markdown.ts'
import { shellWord } from '../../render/shell.ts'
import { securityHeaders, wantsHeaders } from './headers.ts'
import { needsCompute } from './hosting.ts'
import { branches, isProduction } from './parameters.ts'
import { outputId, templatePath } from './template.ts'

/**
 * What can be had besides: the same by CloudFormation, and security headers. Titles that begin with `Or:` or `If you like:`
 * mark steps that can be skipped.
 */
export function optionalSteps(apps: readonly App[], context: Context): readonly Step[] {
  const without = apps.filter((app) => !wantsHeaders(app, context))
  return [withCloudFormation(apps, context), ...password(context), ...(without.length > 0 ? [headers(without)] : [])]
}

/** Name of the stack of `infra/cicd/amplify.yaml`. */
export function amplifyStack(context: Context): string {
  return stackName(context, 'amplify')
}

function withCloudFormation(apps: readonly App[], context: Context): Step {
  const stack = amplifyStack(context)
  const region = stages(context)[0].region ?? 'REGION'
  const branch = shellWord(context.repository.defaultBranch)
  const id = (app: App) =>
    `"$(aws cloudformation describe-stacks --stack-name ${stack} --query "Stacks[0].Outputs[?OutputKey=='${outputId(app)}'].OutputValue" --output text)"`
  return {
    when: 'after merge',
    title: 'Or: create the Amplify app with CloudFormation instead of the console',
    text: `Takes the place of the steps above. First install the *AWS Amplify* GitHub App from \`https://github.com/apps/aws-amplify-${region}/installations/new\`. Then make a classic personal access token with the one scope \`admin:repo_hook\`, as an administrator of the repository; delete it afterwards. Branches that are not production can have a password, and pull requests a preview: see the parameters of \`${templatePath}\`.`,
    commands: [
      "read -rsp 'GitHub token: ' token",
      `aws cloudformation deploy --stack-name ${stack} --template-file ${templatePath}${apps.some(needsCompute) ? ' --capabilities CAPABILITY_IAM' : ''} --parameter-overrides AccessToken="$token"`,
      ...apps.map((app) => `aws amplify start-job --job-type RELEASE --branch-name ${branch} --app-id ${id(app)}`),
    ],
    link: 'https://docs.aws.amazon.com/amplify/latest/userguide/setting-up-GitHub-access.html',
  }
}

/** The switch lies in the configuration, so that the file is kept up to date like every other one. */
function headers(apps: readonly App[]): Step {
  const roots = apps.map(({ root }) => root)
  return {
    when: 'after merge',
    title: 'If you like: security headers',
    text: `Say so in \`.github/cicd.yml\` (in one that is there already, add the last line under the app), commit it, and run \`/cicd setup\` again: it adds \`customHttp.yml\` with ${securityHeaders.map(([name]) => `\`${name}\``).join(', ')}. These break no site; a Content-Security-Policy must be written for the site.`,
    commands: [
      [
        "[ -e .github/cicd.yml ] || cat >.github/cicd.yml <<'END'",
        'version: 1',
        'apps:',
        ...roots.flatMap((root) => [`  - path: ${JSON.stringify(root)}`, '    securityHeaders: true']),
        'END',
      ].join('\n'),
    ],
    link: 'https://docs.aws.amazon.com/amplify/latest/userguide/custom-headers.html',
  }
}

/** Branches besides production are open to all unless somebody says otherwise; the template has it as a parameter. */
function password(context: Context): readonly Step[] {
  const open = branches(context).filter((stage) => !isProduction(stage, context))
  if (open.length === 0) return []
  const names = open.map(({ branch }) => code(branch)).join(', ')
  return [
    {
      when: 'after merge',
      title: 'If you like: a password for what is not production',
      text: `Amplify console, the app, *Hosting*, *Access control*, *Manage access*: set ${names} to *Restricted - password required*, and give a user name and a password. Previews of pull requests stand in the same list. With the template it is the parameter \`Password\`.`,
      commands: [],
      link: 'https://docs.aws.amazon.com/amplify/latest/userguide/access-control.html',
    },
  ]
}
