import type { Tree } from '../model.ts'
import { type Texts, textsIn } from '../text.ts'
import type { Json } from './json.ts'
import { once } from './once.ts'
import { type Parsed, type Problem, readJson, readToml, readYaml } from './parse.ts'

/** The names directly in one folder. */
export interface Folder {
  readonly files: ReadonlySet<string>
  readonly folders: ReadonlySet<string>
}

/** A tree made easy to ask: by folder, by text, by parsed value. Parsing is done once for each file. */
export interface Repository {
  readonly tree: Tree
  /** In the language of the answer. */
  readonly texts: Texts
  /** Every plain file, ignored folders included. */
  has(path: string): boolean
  /** `.` is the root. Undefined where there is no such folder. */
  folder(path: string): Folder | undefined
  /** Every folder that holds at least one path, the root first, then by depth and name; ignored folders left out. */
  readonly folders: readonly string[]
  /** Undefined where the file is missing or was not read. */
  text(path: string): string | undefined
  json(path: string): Json | undefined
  yaml(path: string): Json | undefined
  toml(path: string): Json | undefined
  /** What could not be parsed: one line for each file. */
  problems(): readonly string[]
}

/** Folders that never hold an app of this repository: installed, generated, or there to be tested or shown (case G14). */
export const ignoredFolders: ReadonlySet<string> = new Set([
  ...[
    'node_modules',
    'bower_components',
    'vendor',
    '.venv',
    'venv',
    'site-packages',
    '__pycache__',
    '.tox',
    'Pods',
    'jspm_packages',
  ],
  ...[
    'cdk.out',
    '.aws-sam',
    '.serverless',
    '.next',
    '.nuxt',
    '.output',
    '.svelte-kit',
    '.terraform',
    '.yarn',
    '.git',
    '.sst',
  ],
  ...['fixtures', '__fixtures__', 'testdata', 'test-fixtures', '__tests__', '__mocks__', 'examples', 'example'],
  ...['.storybook', '.vscode', '.idea', '.devcontainer', '.husky', 'coverage'],
])

interface MutableFolder {
  readonly files: Set<string>
  readonly folders: Set<string>
}

type Folders = Map<string, MutableFolder>

function folderOf(folders: Folders, path: string): MutableFolder {
  const known = folders.get(path)
  if (known) return known
  const made: MutableFolder = { files: new Set(), folders: new Set() }
  folders.set(path, made)
  if (path !== '.') {
    const slash = path.lastIndexOf('/')
    folderOf(folders, slash < 0 ? '.' : path.slice(0, slash)).folders.add(path.slice(slash + 1))
  }
  return made
}

/** The folders of a listing, and the paths of those that are not ignored in order. Worked out once for each listing. */
const index = once((entries: Tree['entries']) => {
  const folders: Folders = new Map()
  folderOf(folders, '.')
  for (const entry of entries) {
    const slash = entry.path.lastIndexOf('/')
    const folder = folderOf(folders, slash < 0 ? '.' : entry.path.slice(0, slash))
    if (entry.type === 'file') folder.files.add(entry.path.slice(slash + 1))
  }
  const paths = [...folders.keys()].filter((path) => !isIgnored(path)).map((path) => ({ path, depth: depthOf(path) }))
  paths.sort((one, other) => one.depth - other.depth || (one.path < other.path ? -1 : 1))
  return { folders, paths: paths.map(({ path }) => path) }
})

/** Whether a folder, or one above it, is one of the ignored ones, or waits for a generator to name it (`{{cookiecutter.slug}}`). */
export function isIgnored(path: string): boolean {
  return path.includes('{{') || path.split('/').some((name) => ignoredFolders.has(name))
}

/** How many folders deep a path lies: 0 for `.`, 1 for `src`. */
export function depthOf(path: string): number {
  if (path === '.') return 0
  let depth = 1
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) depth++
  return depth
}

/** Orders paths: nearest to the root first, then by name. */
export function byDepth(a: string, b: string): number {
  return depthOf(a) - depthOf(b) || (a < b ? -1 : 1)
}

/** A `Repository` over a tree. It holds no state besides what it parsed of this tree (case D35). */
export function viewTree(tree: Tree, texts: Texts = textsIn('en')): Repository {
  const { folders, paths } = index(tree.entries)
  const parsed = new Map<string, Parsed>()
  const parse = (path: string, how: (text: string) => Parsed): Json | undefined => {
    const content = tree.files.get(path)
    if (content === undefined) return undefined
    const result = parsed.get(path) ?? how(content)
    parsed.set(path, result)
    return 'value' in result ? result.value : undefined
  }
  return {
    tree,
    texts,
    has: (path) => {
      const slash = path.lastIndexOf('/')
      return folders.get(slash < 0 ? '.' : path.slice(0, slash))?.files.has(path.slice(slash + 1)) ?? false
    },
    folder: (path) => folders.get(path),
    folders: paths,
    text: (path) => tree.files.get(path),
    json: (path) => parse(path, readJson),
    yaml: (path) => parse(path, readYaml),
    toml: (path) => parse(path, readToml),
    problems: () =>
      [...parsed].flatMap(([path, result]) => ('error' in result ? [problemOf(path, result.error, texts)] : [])),
  }
}

function problemOf(path: string, { format, what, line, aliases }: Problem, { seen }: Texts): string {
  return seen.problem(path, aliases ? seen.tooManyAliases(format) : seen.notValid(format, what, line))
}

/** The folders at most so deep, the root first. A folder of generated or fetched files holds thousands of others below. */
export function foldersWithin({ folders }: Repository, depth: number): readonly string[] {
  const end = folders.findIndex((path) => depthOf(path) > depth)
  return end < 0 ? folders : folders.slice(0, end)
}

/** The files directly in a folder that a test accepts, as paths from the root, sorted. */
export function filesIn(repository: Repository, folder: string, accepts: (name: string) => boolean): readonly string[] {
  const found: string[] = []
  for (const name of repository.folder(folder)?.files ?? [])
    if (accepts(name)) found.push(folder === '.' ? name : `${folder}/${name}`)
  return found.sort()
}
