import { samAt } from '../../../detect/definitions/sam-application.ts'
import { sstSites } from '../../../detect/definitions/sst.ts'
import type { Draft, ScopeRule } from '../draft.ts'
import { isBelow, isIn } from './folders.ts'

/**
 * What a serverless app is made of is no app besides it: nested templates, the folders with the code of its functions,
 * and programs below it that nothing starts.
 */
export const nestedDefinitions: ScopeRule = {
  id: 'nested-definitions',
  apply(drafts) {
    const owners = drafts.filter(({ app }) => app?.kind === 'serverless')
    if (owners.length === 0) return drafts
    const parts = owners.filter((owner) => !isPlain(owner)).map((owner) => ({ owner, ...partsOf(owner) }))
    return drafts.filter((draft) => {
      if (isPlain(draft) && (parts.length > 0 || /(^|\/)amplify\/backend\//.test(draft.place.root))) return false
      return !parts.some((part) => part.owner !== draft && (isPart(draft, part) || isFunctionOf(draft, part.owner)))
    })
  },
}

/** A handler without a template of its own: where the repository has one, that deploys it. */
const isPlain = ({ app }: Draft) => app?.framework === 'lambda'

const handlers =
  /['"](?:hono\/aws-lambda|serverless-http|@vendia\/serverless-express|@codegenie\/serverless-express|aws-serverless-express|@fastify\/aws-lambda|aws-lambda-fastify)['"]/
const starts = /"(?:start|start:prod|serve)"\s*:/

/** A package whose server is handed to Lambda, and which nothing starts: the CDK or SST app beside it deploys that. */
function isFunctionOf({ app, place }: Draft, owner: Draft): boolean {
  if (app?.kind !== 'server' || app.language !== 'node' || app.dockerfile || owner.app?.language !== 'node')
    return false
  if (starts.test(place.text('package.json') ?? '')) return false
  const sources = [...place.repository.tree.files].filter(
    ([path]) => isIn(path, place.root) && /\.[cm]?[jt]s$/.test(path),
  )
  return sources.some(([, text]) => handlers.test(text))
}

interface Parts {
  readonly owner: Draft
  readonly templates: readonly string[]
  readonly code: readonly string[]
  readonly sites: readonly string[]
}

function partsOf({ app, place }: Draft): Omit<Parts, 'owner'> {
  const application = app?.framework === 'sam' ? samAt(place) : null
  return {
    templates: application?.nested ?? [],
    sites: app?.framework === 'sst' ? sstSites(place) : [],
    // Where the code is the folder of the template, that says nothing about the folders below it.
    code: [...(application?.code ?? []), ...(application?.images ?? [])].filter((folder) => !isIn(place.root, folder)),
  }
}

const functionFolders = /(^|\/)(lambdas?|functions?|handlers?|layers?|nodejs|lambda-?\w*)(\/|$)/

function isPart(draft: Draft, { owner, templates, code, sites }: Parts): boolean {
  const { app, place } = draft
  if (app && app.kind !== 'serverless' && sites.includes(place.root)) return true
  if (!app || app.kind === 'static' || app.kind === 'ssr') return false
  if (app.kind === 'serverless' && app.definition !== null && templates.includes(app.definition)) return true
  if (code.some((folder) => isIn(place.root, folder))) return true
  if (!isBelow(place.root, owner.place.root)) return false
  if (app.kind === 'serverless') return owner.app?.framework === app.framework && isHabit(app.definition)
  const inside = place.root.slice(owner.place.root === '.' ? 0 : owner.place.root.length + 1)
  return app.dockerfile === null && (app.start === null || functionFolders.test(inside))
}

// Below another template, only a name that the tool looks for by itself makes an app of its own.
function isHabit(definition: string | null): boolean {
  return definition !== null && !/(^|\/)(template|serverless)\.(ya?ml|json|[cm]?[jt]s)$/.test(definition)
}
