import type { Context, Environment, Some } from '../model.ts'
import { expression, literal } from './expression.ts'

/** Where a deployment goes, with the names that workflows and pull request agree on. */
export interface Stage {
  readonly name: string
  /** Name for resources and job ids: `[a-z0-9-]`, at most 20 characters. */
  readonly slug: string
  readonly account: string | null
  readonly region: string | null
  readonly branch: string
  readonly approval: boolean
  /** Ids of the subnets that services of ECS run in; absent: those of the default VPC. */
  readonly subnets?: readonly string[]
  /** True: a GitHub environment of that name holds the variables; false: variables of the repository with a suffix. */
  readonly github: boolean
  /** Name of the Actions variable with the deploy role's ARN. */
  readonly roleVariable: string
  /** Name of the Actions variable with the region. */
  readonly regionVariable: string
}

/**
 * The environments to deploy to, lowest impact first. Without configuration: one, `production`, from the default branch.
 * `environments: none` in the configuration (free private repositories have no environments): the same one, with repository variables.
 */
export function stages(context: Context): Some<Stage> {
  const configured = context.config.environments
  const list = configured === null || configured === 'none' ? [] : configured
  const [first, ...rest] = list
  const github = configured !== 'none'
  return [stage(first ?? production, context, github), ...rest.map((item) => stage(item, context, github))]
}

const production: Environment = { name: 'production', account: null, region: null, branch: null, approval: false }

function stage(environment: Environment, context: Context, github: boolean): Stage {
  const slug = slugOf(environment.name)
  const suffix = github ? '' : `_${slug.toUpperCase().replaceAll('-', '_')}`
  return {
    ...environment,
    region: environment.region ?? context.request.region ?? context.config.region,
    branch: environment.branch ?? context.repository.defaultBranch,
    slug,
    github,
    roleVariable: `AWS_ROLE_ARN${suffix}`,
    regionVariable: `AWS_REGION${suffix}`,
  }
}

function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 20)
    .replace(/-+$/, '')
  return slug === '' ? 'environment' : slug
}

/** `${{ vars.NAME }}` of a stage's variable. */
export function variable(name: string): string {
  return expression(`vars.${name}`)
}

/** The `environment:` of a job, or nothing where the repository uses none. */
export function jobEnvironment(item: Stage): { environment?: string } {
  return item.github ? { environment: literal(item.name) } : {}
}
