import type { App, Choice, Context, Existing, Plan } from '../model.ts'

/** What a pipeline to this place in AWS delivers. `all`: whatever the repository holds, as infrastructure code does. */
const delivers: Readonly<Record<string, (app: App) => boolean>> = {
  amplify: ({ kind }) => kind === 'static' || kind === 'ssr',
  s3: ({ kind }) => kind === 'static',
  apprunner: serves,
  ecr: serves,
  ecs: serves,
  lightsail: serves,
  'elastic-beanstalk': serves,
  codedeploy: serves,
  copilot: serves,
  lambda: ({ kind }) => kind === 'serverless',
  sam: ({ kind }) => kind === 'serverless',
  cdk: ({ framework }) => framework === 'cdk',
  'serverless-framework': ({ framework }) => framework === 'serverless-framework',
  sst: () => true,
  chalice: ({ framework }) => framework === 'chalice',
  codepipeline: () => true,
  cloudformation: () => true,
  'AWS by terraform': () => true,
  'AWS by pulumi': () => true,
  'AWS by ansible': serves,
  'AWS by server by SSH': serves,
}

function serves({ kind }: App): boolean {
  return kind === 'server' || kind === 'worker' || kind === 'ssr'
}

/** The apps that something in the repository delivers already, each with what that is. */
export type Delivered = ReadonlyMap<Choice, Existing>

/** Asks for every app of the plan. */
export function deliveredIn(plan: Plan, context: Context): Delivered {
  return new Map(
    plan.choices.flatMap((choice): [Choice, Existing][] => {
      const existing = alreadyDelivers(choice, plan, context)
      return existing ? [[choice, existing]] : []
    }),
  )
}

/**
 * What already delivers this app to AWS, so that a second pipeline beside it would be a fault (case G46); null: nothing does.
 * A target asked for by name is built all the same, and the pull request says what is there. What delivers to another
 * provider goes on until a person turns it off, and is named in the notes.
 */
export function alreadyDelivers(
  choice: Choice,
  { existing, choices }: Pick<Plan, 'existing' | 'choices'>,
  context: Context,
): Existing | null {
  if (context.request.target !== null) return null
  const roots = choices.map(({ app }) => app.root)
  return existing.find((item) => isInUse(item) && concerns(item, choice.app, roots)) ?? null
}

// Amplify and App Runner deploy by themselves: where their settings lie in the repository, it is connected (case G44).
function isInUse({ role, to }: Existing): boolean {
  return role === 'deploy' || (role === 'config' && (to === 'amplify' || to === 'apprunner'))
}

// A pipeline that works in a folder of no app, such as `terraform/`, may deliver any of them.
function concerns({ root, to }: Existing, app: App, roots: readonly string[]): boolean {
  const delivered = to === null ? undefined : Object.hasOwn(delivers, to) ? delivers[to] : undefined
  return delivered?.(app) === true && (root === null || root === app.root || !roots.includes(root))
}
