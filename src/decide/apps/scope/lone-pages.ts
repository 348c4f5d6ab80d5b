import { get, list, text } from '../../../detect/json.ts'
import { join } from '../../../detect/place.ts'
import type { Repository } from '../../../detect/repository.ts'
import type { Draft, ScopeRule } from '../draft.ts'
import { isBelow } from './folders.ts'

// More pages side by side than this are a collection of samples, not sites.
const most = 3

/**
 * A folder with an index.html and nothing else belongs to the app above it: templates, public files, a coverage report
 * (case D34). It is a site of its own where hosting settings publish it, or where there is no app above it.
 */
export const lonePages: ScopeRule = {
  id: 'lone-pages',
  apply(drafts, repository) {
    const lone = drafts.filter(isLone)
    const published = publishedFolders(repository)
    const free = lone.filter((draft) => !published.has(draft.place.root) && isFree(draft, drafts))
    const kept = new Set(free.length > most ? [] : free)
    return drafts.filter((draft) => !isLone(draft) || kept.has(draft) || published.has(draft.place.root))
  },
}

/** No app above it, and no other program in its own folder. */
function isFree({ place, app, beside }: Draft, drafts: readonly Draft[]): boolean {
  const inSomethingElse = drafts.some((other) => other.notAnApp !== null && isBelow(place.root, other.place.root))
  if (inSomethingElse || beside.some(({ topic }) => topic === 'notAnApp')) return false
  if (generated.test(place.root)) return false
  const others = drafts.filter((other) => other.app && other.place.root !== place.root)
  const alone = !others.some((other) => !isLone(other))
  if (app?.output !== '.' && !alone) return false
  if (place.root !== '.' && !frontFolder.test(place.root) && !(alone && isBare(place.repository))) return false
  return !others.some((other) => isBelow(place.root, other.place.root))
}

// Libraries in a folder of assets, and what documentation tools and test runners write: Doxygen and Sphinx into `html`, Javadoc into `apidocs`.
const generated =
  /(?:^|\/)(?:public|static|assets?|libs?|plugins?|resources)\/.|(?:^|\/)(?:docs?|documentation)\/.|(?:^|\/)(?:apidocs?|javadocs?|doxygen|coverage|htmlcov|reports?|test-results)(?:\/|$)/i

const frontFolder =
  /(?:^|\/)(?:frontend|front-end|front_end|front|client|ui|web|webapp|web-app|website|site|landing|landing-page|www)$/
const manifest =
  /^(?:package\.json|pyproject\.toml|setup\.(?:py|cfg)|requirements.*\.txt|go\.mod|Cargo\.toml|pom\.xml|build\.gradle.*|Gemfile|composer\.json|CMakeLists\.txt|Makefile|.*\.(?:sln|csproj|xcodeproj|gemspec|podspec)|pubspec\.yaml|mix\.exs|action\.ya?ml|Doxyfile|.*\.(?:tf|sln|slnx))$/

/** Whether the root holds no program: then pages in any folder may be what the repository is for. */
function isBare(repository: Repository): boolean {
  return ![...(repository.folder('.')?.files ?? [])].some((name) => manifest.test(name))
}

const isLone = ({ app }: Draft) =>
  app?.kind === 'static' && (app.framework === null || app.framework === 'plain-html') && app.build === null

/** The folders that hosting settings publish as they are. */
function publishedFolders(repository: Repository): ReadonlySet<string> {
  const netlify = get(repository.toml('netlify.toml'), 'build')
  const hosting = get(repository.json('firebase.json'), 'hosting')
  const named = [
    netlify === undefined ? null : join(text(get(netlify, 'base')) ?? '.', text(get(netlify, 'publish')) ?? ''),
    text(get(hosting, 'public')),
    // What a build writes there is more than what lies there.
    get(repository.json('vercel.json'), 'buildCommand') || allToFunction(repository)
      ? null
      : text(get(repository.json('vercel.json'), 'outputDirectory')),
    text(get(repository.json('static.json'), 'root')),
  ]
  return new Set(named.flatMap((folder) => (folder ? (join('.', folder) ?? []) : [])))
}

/** Every address goes to a function: the folder that is published besides holds what the host asks for, and no site. */
function allToFunction(repository: Repository): boolean {
  const settings = repository.json('vercel.json')
  return [...list(get(settings, 'rewrites')), ...list(get(settings, 'routes'))].some((rule) => {
    const from = text(get(rule, 'source')) ?? text(get(rule, 'src')) ?? ''
    const to = text(get(rule, 'destination')) ?? text(get(rule, 'dest')) ?? ''
    return /^\^?\/?\(\.\*\)\$?$/.test(from) && /^\/?api(?:\/|\?|$)/.test(to)
  })
}
