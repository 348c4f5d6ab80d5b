import type { Delivered } from '../decide/already.ts'
import { renderPlan } from '../decide/render-plan.ts'
import type { Context, Environment, Plan } from '../model.ts'
import { stackName } from '../render/bootstrap/steps.ts'
import { bootstrapPath } from '../render/bootstrap.ts'
import { stages } from '../render/environments.ts'
import { shellWord } from '../render/shell.ts'
import { accountKey } from './address-plan.ts'
import { folder } from './deployment.ts'
import type { Landscape } from './landscape.ts'

export const pipelinePath = `${folder}/pipeline-roles.yaml`

/** How the pipeline of this repository gets into the new accounts. */
export interface Pipeline {
  /** The product that this repository is. */
  readonly product: string
  /** The template of sign-in and deploy role, as `/cicd setup` makes it; null: nothing is delivered from here with a role. */
  readonly template: string | null
  /** Whether something here is delivered to ECS, which wants subnets. */
  readonly ecs: boolean
  /** The commands for an environment, or none. */
  readonly commands: (environment: string) => readonly string[]
}

/** What `environments:` of the configuration becomes: the same names, each in its account. */
export function environmentsFor({ environments, production, region }: Landscape): readonly Environment[] {
  return environments.map((name) => ({ name, account: null, region, branch: null, approval: name === production }))
}

/** Which of the products this repository is: by its name, or that of one of its apps; else the first. */
export function productHere(landscape: Landscape, plan: Plan, context: Context): string {
  const names = [context.repository.name.toLowerCase(), ...plan.choices.map(({ app }) => app.name)]
  const { products } = landscape.wish
  return products.find((product) => names.includes(product)) ?? products[0] ?? ''
}

/** The account of a product in an environment. */
export function keyOf({ wish }: Landscape, product: string, environment: string): string {
  return wish.split === 'environment' ? environment : accountKey(product, environment)
}

/** Composes the roles with the very templates of a set-up, for the environments of the plan. */
export function pipelineOf(landscape: Landscape, plan: Plan, delivered: Delivered, given: Context): Pipeline {
  const product = productHere(landscape, plan, given)
  const context: Context = { ...given, config: { ...given.config, environments: environmentsFor(landscape) } }
  const rendered = plan.question === null ? renderPlan(plan, delivered, context) : []
  const bootstrap = rendered.find(({ of }) => of === 'bootstrap')?.rendering
  const template = bootstrap?.files.find(({ path }) => path === bootstrapPath)?.content ?? null
  return {
    product,
    template,
    ecs: plan.choices.some(({ target }) => target === 'ecr'),
    commands: (environment) => {
      const stage = stages(context).find(({ name }) => name === environment)
      if (bootstrap === undefined || template === null || stage === undefined) return []
      const stack = stackName(context, stage.slug)
      const mine = bootstrap.steps.filter(({ commands }) => commands.some((line) => line.includes(`${stack} `)))
      const lines = mine.flatMap(({ commands }) => commands).map((line) => line.replace(bootstrapPath, pipelinePath))
      return [`export AWS_PROFILE=${shellWord(keyOf(landscape, product, environment))}`, ...lines, 'unset AWS_PROFILE']
    },
  }
}
