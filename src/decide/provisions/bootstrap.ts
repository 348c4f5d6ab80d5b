import { parse } from 'yaml'
import type { Context, Rendered, Resource, Step } from '../../model.ts'
import { stackName, variablesStep } from '../../render/bootstrap/steps.ts'
import { bootstrapPath } from '../../render/bootstrap.ts'
import type { Stage } from '../../render/environments.ts'
import { type Part, templates } from './part.ts'

/**
 * The stack that lets pipelines deploy, with all that must be there beforehand. Where its template asks for what only people know, as those for
 * other CI systems do, nothing is made and the steps of the pull request are given instead.
 */
export function bootstrapParts(rendered: readonly Rendered[], stage: Stage, context: Context): readonly Part[] {
  const found = rendered.find(({ of }) => of === 'bootstrap')?.rendering
  const template = found?.files.find(({ path }) => path === bootstrapPath)?.content
  if (found === undefined || template === undefined) return []
  const name = stackName(context, stage.slug)
  const parameters = parametersOf(template, stage, context)
  const costs = rendered.flatMap(({ of, rendering }) => (of === 'amplify' || of === 'apprunner' ? [] : rendering.costs))
  const part = { app: null, target: null, costs }
  if (parameters === null) {
    const byHand = found.steps.filter(({ commands }) => commands.some((command) => command.includes(name)))
    return [{ ...part, resources: [], byHand, files: [{ path: bootstrapPath, content: null }] }]
  }
  const resource: Resource = {
    ...{ kind: 'stack', id: 'bootstrap', name, path: bootstrapPath, template, parameters },
    ...{ iam: true, serves: null, urlOutput: null },
  }
  const trusted = template.includes('Deploys from GitHub Actions')
  const known = { ...stage, region: stage.region ?? context.aws.region }
  const byHand: readonly Step[] = trusted ? [variablesStep(known, context)] : []
  return [{ ...part, resources: [resource], byHand, files: templates([resource]) }]
}

/** The values of the template's parameters; null where one without a default is not known here. */
function parametersOf(template: string, stage: Stage, { aws, repository }: Context) {
  const known: Readonly<Record<string, string | null>> = {
    Environment: stage.slug,
    // Once made by this very stack it stays its own: the answer of the first time is kept (case G37).
    CreateOidcProvider: aws.oidcProvider === true ? 'false' : 'true',
    GitHubOwner: repository.owner,
    GitHubRepository: repository.name,
    GitHubOwnerId: repository.ownerId === null ? null : String(repository.ownerId),
    GitHubRepositoryId: repository.id === null ? null : String(repository.id),
  }
  const declared = Object.entries(declaredIn(template))
  if (declared.some(([name, needed]) => needed && (known[name] ?? null) === null)) return null
  return Object.fromEntries(
    declared.flatMap(([name]) => {
      const value = known[name] ?? null
      return value === null ? [] : [[name, { value, keep: name === 'CreateOidcProvider' }] as const]
    }),
  )
}

/** The parameters of a template, each with whether it has no default. */
function declaredIn(template: string): Readonly<Record<string, boolean>> {
  const data: unknown = parse(template)
  const parameters = isRecord(data) && isRecord(data.Parameters) ? data.Parameters : {}
  return Object.fromEntries(
    Object.entries(parameters).map(([name, declared]) => [name, !isRecord(declared) || !('Default' in declared)]),
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
