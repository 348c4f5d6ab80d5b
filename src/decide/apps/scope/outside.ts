import { parent } from '../../../detect/place.ts'
import type { Draft, ScopeRule } from '../draft.ts'
import { publishedLibrary } from './published-library.ts'

const words = (text: string) => text.trim().split(/\s+/)

/** Folders whose programs only test something. */
const testNames: ReadonlySet<string> = new Set([
  ...words('test tests testing e2e e2e-tests integration-tests spec cypress playwright load-test load-tests loadtest'),
  ...words('loadgenerator k6 benchmark benchmarks bench perf'),
])

/** Folders whose programs are no product, by what they are for. */
const outsideNames: ReadonlySet<string> = new Set([
  ...testNames,
  ...words('demo demos sample samples playground playgrounds'),
  ...words('sandbox sandboxes tutorial tutorials templates template boilerplate starter starters snippets recipes'),
  ...words('exercises workshop tools tooling scripts script hack dev devtools mock mocks mock-server stubs seed'),
  ...words('seeds seed-data migrations .github .circleci .gitlab .ci ci cicd ci-cd pipeline pipelines'),
  ...words('old legacy archive archived deprecated backup backups _old _archive attic trash'),
  ...words('third_party third-party external submodules'),
])

/** Folders that hold images of other people's programs: a proxy, a database, monitoring. */
const imageNames: ReadonlySet<string> = new Set(
  words(
    'docker deploy deployment deployments infra infrastructure ops monitoring nginx caddy traefik proxy db database docs doc',
  ),
)

// The manifest of a package that others install; an app may have one too, and is found by other signs then.
const packages =
  /^(pyproject\.toml|setup\.py|Cargo\.toml|go\.mod|composer\.json|pom\.xml|.+\.gemspec|mix\.exs|Package\.swift)$/

/**
 * Tests are no apps. Nor are samples, tools and what was put aside, where there is an app beside them or where the root
 * says that the repository is something else, such as a library with a demo.
 */
export const outside: ScopeRule = {
  id: 'outside',
  apply(drafts, repository) {
    const main = drafts.some((draft) => draft.app && !isOutside(draft))
    const other = drafts.some(({ place, notAnApp }) => place.root === '.' && notAnApp !== null)
    const library = [...(repository.folder('.')?.files ?? [])].some((name) => packages.test(name))
    const isProduct = main || other || library || publishedLibrary(repository, inOutside) !== null
    const left = isProduct ? isOutside : isTest
    return drafts.filter((draft) => !left(draft) && !isCopy(draft, drafts))
  },
}

/** A build that was committed holds the manifest of its project once more: `bin/pom.xml` of Eclipse. */
function isCopy({ place }: Draft, drafts: readonly Draft[]): boolean {
  const above = parent(place.root)
  if (above === null || !/(?:^|\/)(?:bin|target|build|out|obj)$/.test(place.root)) return false
  const original = drafts.find((draft) => draft.app !== null && draft.place.root === above)
  return [...place.folder.files].some((name) => packages.test(name) && original?.place.has(name) === true)
}

function isTest({ place }: Draft): boolean {
  return place.root.split('/').some((name) => testNames.has(name.toLowerCase()))
}

/** Whether a folder, or one above it, is left out by its name. */
function inOutside(folder: string): boolean {
  return folder.split('/').some((name) => outsideNames.has(name.toLowerCase()) || standsIn.test(name))
}

// `api-mock`, `mock-server`, `shop-e2e`: what stands in for an app, or tries it.
const standsIn = /[-_](?:mocks?|stubs?|e2e|fakes?)$|^(?:mocks?|stubs?|fake)[-_]/i

function isOutside({ place, app }: Draft): boolean {
  const folders = place.root.toLowerCase().split('/')
  // Definitions of stacks are templates, and lie in folders of that name.
  const isTemplate = app?.kind === 'serverless' && app.definition !== null
  const isLeft = (name: string) => outsideNames.has(name) || standsIn.test(name)
  if (folders.some((name) => isLeft(name) && !(isTemplate && /^templates?$/.test(name)))) return true
  return app?.framework === null && app.kind === 'server' && folders.some((name) => imageNames.has(name))
}
