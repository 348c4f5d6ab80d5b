/** Where a generated file may lie: a closed set (see docs/architecture.md). `app` stands for an app's root. */
const anywhere: readonly RegExp[] = [
  /^\.github\/workflows\/[A-Za-z0-9._-]+\.ya?ml$/,
  /^\.github\/cicd\.lock\.json$/,
  /^infra\/(cicd|accounts)\/[A-Za-z0-9._/-]+$/,
  /^(amplify\.yml|customHttp\.yml|samconfig\.toml|\.gitlab-ci\.yml|Jenkinsfile|bitbucket-pipelines\.yml|\.dockerignore)$/,
  /^buildspec[A-Za-z0-9._-]*\.yml$/,
]

const inAppRoot: readonly RegExp[] = [
  /^(apprunner\.yaml|Dockerfile|Dockerfile\.dockerignore|\.dockerignore|samconfig\.toml)$/,
  /^buildspec[A-Za-z0-9._-]*\.yml$/,
]

/**
 * Whether a file may be generated at this path. `roots` are the app roots of the proposal.
 * Paths that are absolute, climb (`..`) or are empty in part are never allowed.
 */
export function isAllowedPath(path: string, roots: readonly string[]): boolean {
  const parts = path.split('/')
  if (path.startsWith('/') || parts.some((part) => part === '' || part === '.' || part === '..' || part === '.git'))
    return false
  if (anywhere.some((pattern) => pattern.test(path))) return true
  return roots.some((root) => {
    const name = root === '.' ? path : path.startsWith(`${root}/`) ? path.slice(root.length + 1) : null
    return name !== null && inAppRoot.some((pattern) => pattern.test(name))
  })
}
