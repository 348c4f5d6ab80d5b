import { once } from '../once.ts'
import { join, type Place, parent } from '../place.ts'
import type { Repository } from '../repository.ts'
import { buildsFolder, isProject, startsMember } from './builds-folder.ts'
import { composeServices } from './compose.ts'
import { type DockerfileFacts, dockerfiles } from './dockerfile.ts'
import { rankOf, split, suffixOf } from './file-name.ts'

/** A Dockerfile with the folder that it is built from, and what it copies that is not there. */
export interface Build {
  readonly facts: DockerfileFacts
  /** The build context, from the repository root. */
  readonly context: string
  readonly missing: readonly string[]
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
  const ranked = candidates.toSorted(
    (a, b) =>
      a.missing.length - b.missing.length ||
      Number(isProject(repository, b.context)) - Number(isProject(repository, a.context)),
  )
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
  const wanted = facts.copied.filter(({ source }) => source !== '.' && !/[$?[]|\*.*\//.test(source))
  const sources = [...new Set(wanted.map(({ source }) => source))]
  return sources.filter((source) =>
    source.includes('*') ? !matches(repository, context, source) : !exists(repository, join(context, source)),
  )
}

// Docker stops where a pattern matches nothing: https://docs.docker.com/reference/dockerfile/#copy (read 2026-11)
function matches(repository: Repository, context: string, pattern: string): boolean {
  const { folder, name } = split(join(context, pattern) ?? pattern)
  const found = repository.folder(folder)
  const parts = name.split('*')
  const fits = (one: string) =>
    one.startsWith(parts[0] ?? '') && one.endsWith(parts.at(-1) ?? '') && one.length >= name.length - 1
  return found !== undefined && [...found.files, ...found.folders].some(fits)
}

function exists(repository: Repository, path: string | null): boolean {
  return path !== null && (repository.has(path) || repository.folder(path) !== undefined)
}

const folderOf = (build: Build) => split(build.facts.path).folder
const nameOf = (build: Build) => split(build.facts.path).name

/** The Dockerfile that builds the app at a place; undefined where there is none. */
export const buildFor: (place: Place) => Build | undefined = once((place) => {
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
    best(
      known.filter(
        (build) =>
          isAbove(folderOf(build), place.root) &&
          (buildsFolder(build, place.root) || (isAbove(build.context, place.root) && startsMember(build, place))),
      ),
    )
  )
})

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

// A name that says production first: where there is one, the plain name is for work on the code. Those that say so come last.
function best(found: readonly Build[]): Build | undefined {
  const rank = (build: Build) => rankOf(build.facts.path)
  return [...found].sort((a, b) => rank(a) - rank(b) || (a.facts.path < b.facts.path ? -1 : 1))[0]
}
