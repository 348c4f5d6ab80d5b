import type { App, Context } from '../../model.ts'
import { type Data, toYaml } from '../../render/yaml.ts'
import { needsCompute } from './hosting.ts'
import { logRole } from './log-role.ts'
import { branches, conditions, isProduction, parameters } from './parameters.ts'
import { rewriteRule } from './rewrites.ts'

type Fields = { readonly [key: string]: Data }

/** Where the template lies. */
export const templatePath = 'infra/cicd/amplify.yaml'

/**
 * A CloudFormation template with the Amplify app of each site and its branches, for those who would rather not click.
 * It holds what `amplify.yml` cannot: platform, rewrite rule, the monorepo variable, previews, a password for what is not production.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-amplify-app.html (2026-11)
 */
export function amplifyTemplate(apps: readonly App[], context: Context): string {
  const compute = apps.some(needsCompute)
  const sites = apps.map((app) => ({ app, id: logicalId(app.name) }))
  const data: Data = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'Amplify Hosting: one app for each site, with its branches',
    Parameters: parameters(context),
    Conditions: conditions(context),
    Resources: {
      ...(compute ? { LogRole: logRole } : {}),
      ...Object.assign(
        {},
        ...sites.flatMap(({ app, id }) => [appResource(app, id, context), ...branchResources(id, context)]),
      ),
    },
    Outputs: Object.assign({}, ...sites.map(({ id }) => output(id, context))),
  }
  return toYaml(data)
}

/** Name of the output with the id of a site's Amplify app. */
export function outputId(app: App): string {
  return `${logicalId(app.name)}Id`
}

function logicalId(name: string): string {
  return name.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase())
}

function appResource(app: App, id: string, context: Context): Fields {
  const rule = rewriteRule(app)
  const variables =
    app.root === '.'
      ? []
      : [
          { Name: 'AMPLIFY_MONOREPO_APP_ROOT', Value: app.root },
          { Name: 'AMPLIFY_DIFF_DEPLOY', Value: 'true' },
        ]
  return {
    [id]: {
      Type: 'AWS::Amplify::App',
      Properties: {
        Name: `${context.repository.name.slice(0, 120)}-${app.name}`,
        Repository: { Ref: 'Repository' },
        AccessToken: { Ref: 'AccessToken' },
        Platform: needsCompute(app) ? 'WEB_COMPUTE' : 'WEB',
        ...(needsCompute(app) ? { IAMServiceRole: { 'Fn::GetAtt': ['LogRole', 'Arn'] } } : {}),
        ...(rule ? { CustomRules: [{ Source: rule.source, Target: rule.target, Status: rule.status }] } : {}),
        ...(variables.length > 0 ? { EnvironmentVariables: variables } : {}),
        EnableBranchAutoDeletion: true,
      },
    },
  }
}

function branchResources(id: string, context: Context): readonly Fields[] {
  return branches(context).map((stage) => {
    const production = isProduction(stage, context)
    const lock = {
      'Fn::If': [
        'Locked',
        { EnableBasicAuth: true, Username: 'preview', Password: { Ref: 'Password' } },
        { Ref: 'AWS::NoValue' },
      ],
    }
    return {
      [`${id}${logicalId(stage.slug)}`]: {
        Type: 'AWS::Amplify::Branch',
        Properties: {
          AppId: { 'Fn::GetAtt': [id, 'AppId'] },
          BranchName: stage.branch,
          Stage: production ? 'PRODUCTION' : 'DEVELOPMENT',
          EnableAutoBuild: true,
          ...(production
            ? { EnablePullRequestPreview: { 'Fn::If': ['Previews', true, false] } }
            : { BasicAuthConfig: lock }),
        },
      },
    }
  })
}

function output(id: string, context: Context): Fields {
  const branch = context.repository.defaultBranch.replaceAll('/', '-')
  return {
    [`${id}Url`]: {
      Description: 'Address of the site',
      Value: {
        'Fn::Sub': ['https://${branch}.${domain}', { branch, domain: { 'Fn::GetAtt': [id, 'DefaultDomain'] } }],
      },
    },
    [`${id}Id`]: { Description: 'For the first build', Value: { 'Fn::GetAtt': [id, 'AppId'] } },
  }
}
