import { get, text } from '../json.ts'
import type { Place } from '../place.ts'
import type { Repository } from '../repository.ts'
import { split, suffixOf } from './file-name.ts'
import type { Build } from './owner.ts'

const manifest =
  /^(?:package\.json|requirements\.txt|pyproject\.toml|Pipfile|manage\.py|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|Gemfile|composer\.json|Cargo\.toml|mix\.exs|deno\.jsonc?|.+\.[cf]sproj)$/

/** A Dockerfile beside a manifest builds what that manifest is of, from wherever it is built. */
export function isProject(repository: Repository, folder: string): boolean {
  return [...(repository.folder(folder)?.files ?? [])].some((name) => manifest.test(name))
}

/** Whether it copies or starts what lies in a folder below its context. */
export function buildsFolder(build: Build, root: string): boolean {
  const below =
    build.context === '.' ? root : root.startsWith(`${build.context}/`) ? root.slice(build.context.length + 1) : null
  if (below === null) return false
  const suffix = suffixOf(split(build.facts.path).name)
  const copies = build.facts.copied.some(({ source }) => isIn(source, below))
  const workdir = (build.facts.workdir ?? '').replace(/^["']|["']$/g, '')
  const starts = build.facts.command?.text.includes(`${below}/`) || `/${workdir}`.endsWith(`/${below}`)
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
  return code.length > 0 && code.every(({ source }) => isIn(source, below))
}

const isIn = (source: string, folder: string) => source === folder || source.startsWith(`${folder}/`)

/** Whether a script beside the Dockerfile starts one package of the workspace: `yarn workspace @acme/api start`. */
export function startsMember({ facts, context }: Build, { root, repository }: Place): boolean {
  const script = /^(?:npm|yarn|pnpm|bun) (?:run )?([\w:.-]+)/.exec(facts.command?.text ?? '')?.[1]
  const at = (folder: string) => repository.json(folder === '.' ? 'package.json' : `${folder}/package.json`)
  const line = script === undefined ? null : text(get(at(context), 'scripts', script))
  if (line === null || context === root) return false
  const scoped = /--(?:scope|filter|workspace)\b/.test(line) ? split(root).name : null
  const names = [text(get(at(root), 'name')), context === '.' ? root : root.slice(context.length + 1), scoped]
  const words = line.split(/[\s=]+/).map((word) => word.replace(/^\.\/|\.\.\.$|\/$/g, ''))
  return names.some((name) => name !== null && words.includes(name))
}
