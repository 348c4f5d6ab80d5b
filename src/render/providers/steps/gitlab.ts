import type { Context, Delivery, Step } from '../../../model.ts'
import { type Texts, textsOf } from '../../../text.ts'
import { stages } from '../../environments.ts'
import { code } from '../../markdown.ts'
import { bootstrapOutput, type RoleSource, regionOf, roleSources, tokensOf } from './outputs.ts'

type Catalogue = Texts['providers']

/** What a person does on GitLab: let it see the code, set the variables of each environment, protect what deploys. */
export function gitlabSteps(deliveries: readonly Delivery[], context: Context): readonly Step[] {
  const texts = textsOf(context).providers
  return [
    ...connect(context, texts),
    ...roleSources(deliveries, context).map((source) => variables(source, context, texts)),
    ...tokensOf(deliveries).map((name) => token(name, texts)),
    protect(context, texts),
  ]
}

function connect({ repository: { host, enterprise } }: Context, texts: Catalogue): readonly Step[] {
  if (!enterprise && !/(^|\.)(github\.com|ghe\.com|bitbucket\.org)$/.test(host)) return []
  return [
    {
      when: 'before merge',
      title: texts.gitlabConnect,
      text: texts.gitlabConnectText(code(host)),
      commands: [],
      link: 'https://docs.gitlab.com/ci/ci_cd_for_external_repos/',
    },
  ]
}

function variables({ stage, slug, output, feature }: RoleSource, context: Context, texts: Catalogue): Step {
  const scope = feature ? "'feature/*'" : slug
  const where = feature ? texts.featureBranches : code(slug)
  return {
    when: 'before merge',
    title: texts.tellRole('GitLab', where),
    text: texts.gitlabVariables(code(stage.slug)),
    commands: [
      `glab variable set AWS_ROLE_ARN "$(${bootstrapOutput(context, stage.slug, output)})" --scope ${scope}`,
      `glab variable set AWS_REGION ${regionOf(stage)} --scope ${scope}`,
    ],
    link: 'https://docs.gitlab.com/ci/environments/#limit-the-environment-scope-of-a-cicd-variable',
  }
}

function token(name: string, texts: Catalogue): Step {
  return {
    when: 'before merge',
    title: texts.giveToken('GitLab', code(name)),
    text: texts.gitlabToken,
    commands: [`glab variable set ${name} --masked`],
    link: 'https://docs.gitlab.com/ci/variables/#mask-a-cicd-variable',
  }
}

/** The token that AWS trusts names the branch only, so who may push there may deploy. */
function protect(context: Context, texts: Catalogue): Step {
  const all = stages(context)
  const branches = [...new Set(all.map(({ branch }) => branch))].map(code)
  return {
    when: 'before merge',
    title: texts.gitlabProtect(branches),
    text: texts.gitlabProtectText(all.filter(({ approval }) => approval).map(({ slug }) => code(slug))),
    commands: [],
    link: 'https://docs.gitlab.com/user/project/repository/branches/protected/',
  }
}
