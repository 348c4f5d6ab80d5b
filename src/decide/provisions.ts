import type { Choice, Context, Provision, Rendered, Tree } from '../model.ts'
import type { Stage } from '../render/environments.ts'
import { amplifyResources } from '../targets/amplify/provision.ts'
import { configPath } from '../targets/apprunner/names.ts'
import { appRunnerResources } from '../targets/apprunner/provision.ts'
import { servesSource } from '../targets/apprunner/verdicts.ts'
import { settingsPath } from '../targets/ecr/express.ts'
import { expressResource } from '../targets/ecr/provision.ts'
import { targets } from '../targets.ts'
import { textsOf } from '../text.ts'
import { deliveredIn } from './already.ts'
import { askedPlan } from './asked-plan.ts'
import { bootstrapParts } from './provisions/bootstrap.ts'
import { mergedState } from './provisions/merged.ts'
import { type Part, templates } from './provisions/part.ts'
import { renderPlan } from './render-plan.ts'

/**
 * What must be in AWS for the repository to be delivered as it was set up: for each environment (the one that was asked for, or all) and each app
 * (`--path`), in the order of making. Templates are those that are generated here, never what a file of the repository says, since whoever
 * may write there would get the rights of this app; `own` are templates by path that come
 * first all the same, for people with rights of their own. Pure. Throws `UserError` where no exact trust policy can be written.
 */
export function provisions(
  tree: Tree,
  asked: Context,
  own: ReadonlyMap<string, string> = new Map(),
): readonly Provision[] {
  const { plan, context, wanted, choices } = askedPlan(tree, asked)
  const rendered = renderPlan(plan, deliveredIn(plan, context), context)
  return wanted.flatMap(({ stage, destination }) => {
    const bootstrap = bootstrapParts(rendered, stage, context)
    const given = {
      tree,
      context,
      rendered,
      choices,
      byHand: bootstrap.every(({ resources }) => resources.length === 0),
    }
    const parts = [...bootstrap, ...choices.flatMap((choice) => ofApp(choice, stage, given))]
    return parts.map((part): Provision => {
      const { files, ...rest } = withOwn(part, own)
      return { ...rest, destination, ...mergedState(files, tree), tags: tags(part, stage, context) }
    })
  })
}

/** The part with people's own templates in the place of those that would be generated. */
function withOwn(part: Part, own: ReadonlyMap<string, string>): Part {
  return {
    ...part,
    resources: part.resources.map((resource) =>
      resource.kind === 'stack'
        ? { ...resource, template: own.get(resource.path ?? '') ?? resource.template }
        : resource,
    ),
    files: part.files.map((file) => (own.has(file.path) ? { ...file, content: null } : file)),
  }
}

/** What an app's part is worked out from, besides the app. */
interface Given {
  readonly tree: Tree
  readonly context: Context
  readonly rendered: readonly Rendered[]
  readonly choices: readonly Choice[]
  /** People make the bootstrap stack. */
  readonly byHand: boolean
}

function ofApp(choice: Choice, stage: Stage, given: Given): readonly Part[] {
  const { tree, context } = given
  const { app, target } = choice
  const own = { root: app.root, name: app.name }
  // Whatever else the plan leaves out, since a pipeline is there already: what is made costs what it costs.
  const costs = targets.find(({ id }) => id === target)?.render([choice], context).costs ?? []
  // A service of App Runner that runs an image is made by its workflow: the bootstrap stack is all that it needs beforehand.
  if (target === 'apprunner' && servesSource(app, textsOf(context)).ok) {
    const config = configPath(app)
    const resources = appRunnerResources(app, stage, context, tree.files.get(config) ?? null)
    const files = [{ path: config, content: null }, ...templates(resources)]
    return [{ app: own, target, resources, costs, byHand: [], files }]
  }
  if (target === 'amplify') {
    const resources = amplifyResources(app, stage, context)
    return [{ app: own, target, resources, costs, byHand: [], files: [{ path: 'amplify.yml', content: null }] }]
  }
  return target === 'ecr' && app.kind !== 'worker' ? expressPart(choice, stage, given) : []
}

/** The service that the pull request's workflow deploys to; nothing where the repository delivers itself by a pipeline of its own. */
function expressPart(
  choice: Choice,
  stage: Stage,
  { tree, context, rendered, choices, byHand }: Given,
): readonly Part[] {
  const { app } = choice
  const files = rendered.flatMap(({ of, rendering }) => (of === 'ecr' ? rendering.files : []))
  const settings = files.find(({ path }) => path === settingsPath(app))
  if (settings === undefined) return []
  const beside = choices.filter(({ target }) => target === 'ecr').map((one) => one.app)
  const asGenerated = mergedState([settings], tree).merged === 'merged'
  const resources = [expressResource(choice, beside, stage, context, { asGenerated, byHand })]
  // The bootstrap's part has named the costs of all images.
  const own = { root: app.root, name: app.name }
  return [
    { app: own, target: 'ecr', resources, costs: [], byHand: [], files: [{ path: settings.path, content: null }] },
  ]
}

/** Tags may hold letters, digits, spaces and `+-=._:/@` only. */
function tags({ app }: Part, stage: Stage, { repository }: Context): Provision['tags'] {
  const { host, owner, name, id } = repository
  return {
    'cicd:repository': plain(`${host}/${owner ?? ''}/${name}`.toLowerCase()),
    ...(id === null ? {} : { 'cicd:repository-id': String(id) }),
    ...(app === null ? {} : { 'cicd:path': plain(app.root) }),
    'cicd:environment': plain(stage.name),
    'cicd:made-by': 'slipway',
  }
}

function plain(text: string): string {
  return text.replace(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, '_').slice(0, 256)
}
