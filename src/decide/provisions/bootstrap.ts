import { parse } from 'yaml'
import type { Context, Rendered, Resource, Step } from '../../model.ts'
import { stackName, variablesStep } from '../../render/bootstrap/steps.ts'
import { bootstrapPath } from '../../render/bootstrap.ts'
import { type Stage, stages } from '../../render/environments.ts'
import { type Fields, fields } from '../../render/lint/look.ts'
import { type Part, templates } from './part.ts'

/**
 * The stack that lets pipelines deploy, with all that must be there beforehand. Where its template asks for what only people know, as those for
 * most other CI systems do, nothing is made and the steps of the pull request are given instead.
 */
export function bootstrapParts(rendered: readonly Rendered[], stage: Stage, context: Context): readonly Part[] {
  const found = rendered.find(({ of }) => of === 'bootstrap')?.rendering
  const template = found?.files.find(({ path }) => path === bootstrapPath)?.content
  if (found === undefined || template === undefined) return []
  const name = stackName(context, stage.slug)
  const parameters = parametersOf(template, stage, context)
  const costs = rendered.flatMap(({ of, rendering }) => (of === 'amplify' || of === 'apprunner' ? [] : rendering.costs))
  const part = { app: null, target: null, costs }
  const ofProvider = rendered.flatMap(({ of, rendering }) => (of === 'provider' ? rendering.steps : []))
  if (parameters === null) {
    const deploys = found.steps.filter(({ commands }) => commands.some((command) => command.includes(name)))
    const byHand = [...deploys, ...ofProvider]
    return [{ ...part, resources: [], byHand, files: [{ path: bootstrapPath, content: null }] }]
  }
  const resource: Resource = {
    ...{ kind: 'stack', id: 'bootstrap', name, path: bootstrapPath, template, parameters },
    ...{ iam: true, serves: null, urlOutput: null },
  }
  const trusted = template.includes('Deploys from GitHub Actions')
  const known = { ...stage, region: stage.region ?? context.aws.region }
  const byHand: readonly Step[] = [...(trusted ? [variablesStep(known, context)] : []), ...ofProvider]
  return [{ ...part, resources: [resource], byHand, files: templates([resource]) }]
}

/** The values of the template's parameters; null where one without a default is not known here. */
function parametersOf(template: string, stage: Stage, context: Context) {
  const { aws, repository } = context
  const data = fields(parse(template))
  const known: Readonly<Record<string, string | null>> = {
    Environment: stage.slug,
    CreateOidcProvider: createsProvider(data, context),
    GitHubOwner: repository.owner,
    GitHubRepository: repository.name,
    GitHubOwnerId: repository.ownerId === null ? null : String(repository.ownerId),
    GitHubRepositoryId: repository.id === null ? null : String(repository.id),
    // The pipelines of all environments are in the account of the first.
    PipelineAccount: stages(context)[0].account ?? aws.accountId,
  }
  const declared = Object.entries(fields(data.Parameters)).map(
    ([name, parameter]) => [name, !('Default' in fields(parameter))] as const,
  )
  if (declared.some(([name, needed]) => needed && (known[name] ?? null) === null)) return null
  return Object.fromEntries(
    declared.flatMap(([name]) => {
      const value = known[name] ?? null
      return value === null ? [] : [[name, { value, keep: name === 'CreateOidcProvider' }] as const]
    }),
  )
}

/** Once made by this very stack it stays its own: the answer of the first time is kept (case G37). */
function createsProvider({ Resources }: Fields, { aws }: Context): 'true' | 'false' {
  const url = fields(fields(fields(Resources).OidcProvider).Properties).Url
  const issuer = typeof url === 'string' ? url.replace('https://', '') : null
  return issuer !== null && aws.oidcIssuers?.includes(issuer) === true ? 'false' : 'true'
}
