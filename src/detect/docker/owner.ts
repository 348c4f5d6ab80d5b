import { once } from '../once.ts'
import { join, type Place, parent } from '../place.ts'
import type { Repository } from '../repository.ts'
import { composeServices } from './compose.ts'
import { type DockerfileFacts, dockerfiles } from './dockerfile.ts'

/** A Dockerfile with the folder that it is built from, and what it copies that is not there. */
export interface Build {
  readonly facts: DockerfileFacts
  /** The build context, from the repository root. */
  readonly context: string
  readonly missing: readonly string[]
}

const split = (path: string) => {
  const slash = path.lastIndexOf('/')
  return { folder: slash < 0 ? '.' : path.slice(0, slash), name: path.slice(slash + 1) }
}

/** Every Dockerfile of the repository with its context. */
export const builds = once((repository: Repository): readonly Build[] =>
  dockerfiles(repository).map((facts) => buildOf(repository, facts)),
)

// The context is the one that a compose file names, else the folder in which what is copied is there; the file's own folder where several would do.
function buildOf(repository: Repository, facts: DockerfileFacts): Build {
  const composed = composeServices(repository).find(({ dockerfile }) => dockerfile === facts.path)
  if (composed) return { facts, context: composed.context, missing: missingIn(repository, composed.context, facts) }
  const { folder } = split(facts.path)
  const candidates = ancestors(folder).map((context) => ({ context, missing: missingIn(repository, context, facts) }))
  const own = candidates[0]
  const bare = !holdsCode(repository, folder)
  const ranked = candidates.toSorted((a, b) => a.missing.length - b.missing.length)
  const [best] = bare && candidates.length > 1 ? ranked.filter(({ context }) => context !== folder) : ranked
  const chosen = own && !bare && own.missing.length <= (best?.missing.length ?? 0) ? own : (best ?? own)
  return { facts, context: chosen?.context ?? folder, missing: chosen?.missing ?? [] }
}

function ancestors(folder: string): readonly string[] {
  const above = parent(folder)
  return above === null ? [folder] : [folder, ...ancestors(above)]
}

const supporting =
  /^(?:Dockerfile.*|.*\.Dockerfile|Containerfile|\.dockerignore|.*compose.*\.ya?ml|.*\.sh|.*\.conf|.*\.md|Makefile|\..*|.*\.ya?ml|.*\.template)$/i

/** Whether a folder holds more than what belongs to containers: `docker/` and `deploy/` are no build contexts by themselves. */
function holdsCode(repository: Repository, folder: string): boolean {
  const found = repository.folder(folder)
  if (!found) return false
  return found.folders.size > 0 || [...found.files].some((name) => !supporting.test(name)) || folder === '.'
}

function missingIn(repository: Repository, context: string, facts: DockerfileFacts): readonly string[] {
  const wanted = facts.copied.filter(({ source }) => source !== '.' && !/[$*?[]/.test(source))
  return [...new Set(wanted.map(({ source }) => source))].filter((source) => !exists(repository, join(context, source)))
}

function exists(repository: Repository, path: string | null): boolean {
  return path !== null && (repository.has(path) || repository.folder(path) !== undefined)
}

const folderOf = (build: Build) => split(build.facts.path).folder
const nameOf = (build: Build) => split(build.facts.path).name

/** The Dockerfile that builds the app at a place; undefined where there is none. */
export function buildFor(place: Place): Build | undefined {
  const known = builds(place.repository)
  return (
    best(known.filter((build) => folderOf(build) === place.root && !namesAnother(build, place))) ??
    best(
      known.filter(
        (build) =>
          build.context === place.root &&
          folderOf(build) !== place.root &&
          !isProject(place.repository, folderOf(build)) &&
          !namesAnother(build, place),
      ),
    ) ??
    best(known.filter((build) => isAbove(folderOf(build), place.root) && buildsFolder(build, place.root)))
  )
}

const manifest =
  /^(?:package\.json|requirements\.txt|pyproject\.toml|Pipfile|manage\.py|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|Gemfile|composer\.json|Cargo\.toml|mix\.exs|deno\.jsonc?|.+\.[cf]sproj)$/

/** A Dockerfile beside a manifest builds what that manifest is of, from wherever it is built. */
function isProject(repository: Repository, folder: string): boolean {
  return [...(repository.folder(folder)?.files ?? [])].some((name) => manifest.test(name))
}

function isAbove(folder: string, root: string): boolean {
  return (
    folder !== root &&
    root !== '.' &&
    (folder === '.' ||
      root.startsWith(`${folder}/`) ||
      /(?:^|\/)(?:docker|deploy|build|\.docker|images|containers?)(?:\/|$)/.test(folder))
  )
}

/** `Dockerfile.api` beside `api/` builds that folder, and not the one in which it lies. */
function namesAnother(build: Build, place: Place): boolean {
  const suffix = suffixOf(nameOf(build)) ?? (folderOf(build) === place.root ? null : split(folderOf(build)).name)
  if (suffix === null) return false
  return place.repository.folders.some(
    (folder) =>
      folder !== '.' &&
      folder !== folderOf(build) &&
      isAbove(place.root, folder) &&
      split(folder).name === suffix &&
      buildsFolder(build, folder),
  )
}

function suffixOf(name: string): string | null {
  const suffix =
    /^(?:Dockerfile|Containerfile)\.(.+)$/i.exec(name)?.[1] ?? /^(.+)\.(?:Dockerfile|Containerfile)$/i.exec(name)?.[1]
  return suffix === undefined || variants.test(suffix) ? null : suffix
}

/** Whether it copies or starts what lies in a folder below its context. */
function buildsFolder(build: Build, root: string): boolean {
  const below =
    build.context === '.' ? root : root.startsWith(`${build.context}/`) ? root.slice(build.context.length + 1) : null
  if (below === null) return false
  const suffix = suffixOf(nameOf(build))
  const copies = build.facts.copied.some(({ source }) => source === below || source.startsWith(`${below}/`))
  const starts =
    build.facts.command?.text.includes(`${below}/`) || (build.facts.workdir?.endsWith(`/${below}`) ?? false)
  return (
    starts ||
    takesOnly(build, below) ||
    (copies && suffix !== null && (split(root).name === suffix || below.includes(suffix)))
  )
}

const settings = /(?:^|\/)(?:[^/]*\.(?:conf|template|sh|ya?ml)|\.env[\w.]*|nginx|docker)$/

/** An image whose code all comes from one folder below its context is of that folder, whatever lies above. */
function takesOnly({ facts }: Build, below: string): boolean {
  const code = facts.copied.filter(({ source }) => !settings.test(source))
  return code.length > 0 && code.every(({ source }) => source === below || source.startsWith(`${below}/`))
}

const variants =
  /^(?:prod|production|release|default|main|app|web|server|dev|development|local|test|testing|ci|debug|alpine|slim|debian|ubuntu|amd64|arm64|arm|x86_64|lambda|playwright|e2e|base|builder?|railway|render|fly|heroku|aws|ecs|apprunner|cloudrun|gpu|cuda|cpu)$/i
const forWork =
  /(?:^|[./-])(?:dev|development|local|test|testing|ci|debug|playwright|e2e|base|builder?|devcontainer|storybook)(?:[./-]|$)/i

// A name that says production first: where there is one, the plain name is for work on the code. Those that say so come last.
function best(found: readonly Build[]): Build | undefined {
  const rank = (build: Build) => {
    const name = nameOf(build)
    if (forWork.test(build.facts.path)) return 5
    if (/prod|release/i.test(name)) return 0
    if (/^(?:Dockerfile|Containerfile)$/i.test(name)) return 1
    if (/default|main/i.test(name)) return 2
    return /app|web|server/i.test(name) ? 2 : /alpine|slim|arm|lambda|gpu|cuda/i.test(name) ? 4 : 3
  }
  return [...found].sort((a, b) => rank(a) - rank(b) || (a.facts.path < b.facts.path ? -1 : 1))[0]
}

/** Whether a Dockerfile's name or folder says that it is for work on the code, tests or a base image. */
export function isForWork(path: string): boolean {
  return forWork.test(path)
}
