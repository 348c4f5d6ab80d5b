import type { App, Context, Step } from '../../model.ts'
import { stackName } from '../../render/bootstrap/steps.ts'
import { stages } from '../../render/environments.ts'
import { shellWord } from '../../render/shell.ts'
import { needsCompute } from './hosting.ts'
import { outputId, templatePath } from './template.ts'

/**
 * What can be had besides: the same by CloudFormation, and security headers. Titles that begin with `Or:` or `If you like:`
 * mark steps that can be skipped.
 */
export function optionalSteps(apps: readonly App[], context: Context): readonly Step[] {
  return [withCloudFormation(apps, context), headers]
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

const headers: Step = {
  when: 'after merge',
  title: 'If you like: security headers',
  text: 'Amplify sends the headers of `customHttp.yml` in the root of the repository. These four break no site; a Content-Security-Policy must be written for the site.',
  commands: [
    [
      "cat > customHttp.yml <<'END'",
      'customHeaders:',
      "  - pattern: '**/*'",
      '    headers:',
      ...[
        ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'],
        ['X-Content-Type-Options', 'nosniff'],
        ['X-Frame-Options', 'SAMEORIGIN'],
        ['Referrer-Policy', 'strict-origin-when-cross-origin'],
      ].flatMap(([key, value]) => [`      - key: ${key}`, `        value: '${value}'`]),
      'END',
    ].join('\n'),
  ],
  link: 'https://docs.aws.amazon.com/amplify/latest/userguide/custom-headers.html',
}
