import { reserved } from '../config/accounts/check.ts'
import { nearestName } from '../config/accounts/name.ts'
import { storeKind } from '../config/accounts/store.ts'
import type { Context, Plan } from '../model.ts'
import { type Texts, textsOf } from '../text.ts'

/**
 * The form to fill in, as the YAML of `.github/cicd.yml`: what is known of the repository stands in it, what is not stands in comments.
 * What it gives can be read back as it is.
 */
export function blankForm(plan: Plan, context: Context): string {
  const { accounts } = textsOf(context)
  const notes = accounts.formNotes
  const product = productName(context)
  const stores = storesOf(plan, product)
  return [
    'accounts:',
    `  # ${notes.environments}`,
    `  environments: [${environmentsOf(context).join(', ')}]`,
    `  # ${notes.products}`,
    ...appsLine(plan),
    `  products: [${product}]`,
    `  # ${notes.links}`,
    '  # links:',
    `  #   - ${product} -> auth 443`,
    `  # ${notes.networks}`,
    '  # networks:',
    `  #   - ${product} 10.0.0.0/16`,
    '  #   - existing 172.31.0.0/16',
    `  # ${notes.stores}`,
    ...(stores.length === 0
      ? ['  # stores:', `  #   - ${product}-db postgresql in ${product}`]
      : ['  stores:', ...stores]),
    `  # ${notes.existing}`,
    existingLine(context),
    ...optional(context, accounts),
  ].join('\n')
}

function optional({ config, request }: Context, { formNotes }: Texts['accounts']): readonly string[] {
  const region = request.region ?? config.region
  return [
    `  # ${formNotes.optional}`,
    region === null ? '  # region: ap-northeast-1' : `  region: ${region}`,
    '  # email: aws@example.com',
    '  # split: product        # product | environment',
    '  # images: each          # each | shared',
    '  # format: cloudformation # cloudformation | terraform',
  ]
}

function productName({ repository }: Context): string {
  const name = nearestName(repository.name)
  return name === '' || reserved.includes(name) ? 'app' : name
}

function environmentsOf({ config }: Context): readonly string[] {
  const known = Array.isArray(config.environments) ? config.environments.map(({ name }) => nearestName(name)) : []
  const names = [...new Set(known.filter((name) => name !== '' && !reserved.includes(name)))]
  return names.length > 1 ? names : ['staging', 'production']
}

/** Apps of one repository are one product as a rule; their names help to think. */
function appsLine({ choices }: Plan): readonly string[] {
  return choices.length < 2 ? [] : [`  # (${choices.map(({ app }) => app.name).join(', ')})`]
}

function storesOf({ choices }: Plan, product: string): readonly string[] {
  const kinds = [...new Set(choices.flatMap(({ app }) => app.needs).flatMap((need) => storeKind(need) ?? []))]
  return kinds.map((kind) => `    - ${nearestName(`${product.slice(0, 8)}-${kind}`)} ${kind} in ${product}`)
}

function existingLine({ config }: Context): string {
  const accounts = Array.isArray(config.environments) ? config.environments.flatMap(({ account }) => account ?? []) : []
  const [only, ...more] = [...new Set(accounts)]
  return only !== undefined && more.length === 0 ? `  existing: '${only}'` : "  # existing: '123456789012'"
}
