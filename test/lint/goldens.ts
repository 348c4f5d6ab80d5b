import { globSync, readFileSync } from 'node:fs'

/** A golden file: where it lies in the tests, and where it would lie in a repository. */
export interface Golden {
  readonly at: string
  readonly path: string
  readonly content: string
}

const root = new URL('../expected/', import.meta.url)

/** Where a golden file would lie in a repository; its own name where that is enough. */
function pathInRepository(at: string): string {
  const known =
    /(?:^|\/)(?:\.?(github\/workflows\/[^/]+|gitlab-ci\.yml)|(infra\/.+)|((?:bitbucket-pipelines|amplify|apprunner|buildspec[^/]*|template)\.ya?ml|Jenkinsfile))$/.exec(
      at,
    )
  if (known?.[1] !== undefined) return `.${known[1]}`
  return known?.[2] ?? known?.[3] ?? at
}

/** Every golden file of generated files, in the order of the paths. */
export const goldens: readonly Golden[] = globSync('**/*', { cwd: root, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.pathname.length))
  .sort()
  .map((at) => ({ at, path: pathInRepository(at), content: readFileSync(new URL(at, root), 'utf8') }))

/** The goldens whose path in the repository matches. */
export function goldensOf(pattern: RegExp): readonly Golden[] {
  return goldens.filter(({ path }) => pattern.test(path))
}
