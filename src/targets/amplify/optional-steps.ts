import type { App, Context, Step } from '../../model.ts'
import { stackName } from '../../render/bootstrap/steps.ts'
import { stages } from '../../render/environments.ts'
import { code } from '../../render/markdown.ts'
import { shellWord } from '../../render/shell.ts'
import { type Texts, textsOf } from '../../text.ts'
import { securityHeaders, wantsHeaders } from './headers.ts'
import { needsCompute } from './hosting.ts'
import { branches, isProduction } from './parameters.ts'
import { outputId, templatePath } from './template.ts'

/**
 * What can be had besides: the same by CloudFormation, a password, security headers. All of them can be skipped.
 */
export function optionalSteps(apps: readonly App[], context: Context): readonly Step[] {
  const without = apps.filter((app) => !wantsHeaders(app, context))
  return [
    withCloudFormation(apps, context),
    ...password(context),
    ...(without.length > 0 ? [headers(without, textsOf(context))] : []),
  ]
}

/** Name of the stack of `infra/cicd/amplify.yaml`. */
export function amplifyStack(context: Context): string {
  return stackName(context, 'amplify')
}

function withCloudFormation(apps: readonly App[], context: Context): Step {
  const { amplify } = textsOf(context)
  const stack = amplifyStack(context)
  const region = stages(context)[0].region ?? 'REGION'
  const branch = shellWord(context.repository.defaultBranch)
  const id = (app: App) =>
    `"$(aws cloudformation describe-stacks --stack-name ${stack} --query "Stacks[0].Outputs[?OutputKey=='${outputId(app)}'].OutputValue" --output text)"`
  return {
    when: 'after merge',
    title: amplify.withCloudFormation,
    text: amplify.withCloudFormationText(region, templatePath),
    commands: [
      "read -rsp 'GitHub token: ' token",
      `aws cloudformation deploy --stack-name ${stack} --template-file ${templatePath}${apps.some(needsCompute) ? ' --capabilities CAPABILITY_IAM' : ''} --parameter-overrides AccessToken="$token"`,
      ...apps.map((app) => `aws amplify start-job --job-type RELEASE --branch-name ${branch} --app-id ${id(app)}`),
    ],
    link: 'https://docs.aws.amazon.com/amplify/latest/userguide/setting-up-GitHub-access.html',
    optional: true,
  }
}

/** The switch lies in the configuration, so that the file is kept up to date like every other one. */
function headers(apps: readonly App[], { amplify, pullRequest }: Texts): Step {
  const roots = apps.map(({ root }) => root)
  return {
    when: 'after merge',
    title: amplify.headers,
    text: amplify.headersText(
      '.github/cicd.yml',
      securityHeaders.map(([name]) => `\`${name}\``).join(pullRequest.comma),
    ),
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
    optional: true,
  }
}

/** Branches besides production are open to all unless somebody says otherwise; the template has it as a parameter. */
function password(context: Context): readonly Step[] {
  const open = branches(context).filter((stage) => !isProduction(stage, context))
  if (open.length === 0) return []
  const { amplify, pullRequest } = textsOf(context)
  const names = open.map(({ branch }) => code(branch)).join(pullRequest.comma)
  return [
    {
      when: 'after merge',
      title: amplify.password,
      text: amplify.passwordText(names),
      commands: [],
      link: 'https://docs.aws.amazon.com/amplify/latest/userguide/access-control.html',
      optional: true,
    },
  ]
}
