/** The folder and the name of a path. */
export const split = (path: string) => {
  const slash = path.lastIndexOf('/')
  return { folder: slash < 0 ? '.' : path.slice(0, slash), name: path.slice(slash + 1) }
}

const variants =
  /^(?:prod|pro|prd|stg|staging|production|release|default|main|app|web|server|dev|development|local|test|testing|ci|debug|alpine|slim|debian|ubuntu|amd64|arm64|arm|x86_64|lambda|playwright|e2e|base|builder?|railway|render|fly|heroku|aws|ecs|apprunner|cloudrun|gpu|cuda|cpu)$/i
const forWork =
  /(?:^|[./_-])(?:dev|development|local|test|testing|ci|debug|playwright|e2e|base|builder?|devcontainer|storybook)(?:[./_-]|$)/i

/** What a Dockerfile is of by its own name: `Dockerfile.api` and `api.Dockerfile` are of `api`; null where the name says no more than how it is built. */
export function suffixOf(name: string): string | null {
  const suffix =
    /^(?:Dockerfile|Containerfile)[._-](.+)$/i.exec(name)?.[1] ??
    /^(.+)\.(?:Dockerfile|Containerfile)$/i.exec(name)?.[1]
  return suffix === undefined || variants.test(suffix) ? null : suffix
}

/** How well the path of a Dockerfile fits an image for production; less is better. */
export function rankOf(path: string): number {
  const { name } = split(path)
  if (forWork.test(path)) return 5
  if (/prod|release|[.-](?:pro|prd)\b/i.test(name)) return 0
  if (/^(?:Dockerfile|Containerfile)$/i.test(name)) return 1
  if (/default|main/i.test(name)) return 2
  return /app|web|server/i.test(name) ? 2 : /alpine|slim|arm|lambda|gpu|cuda/i.test(name) ? 4 : 3
}

/** Whether a Dockerfile's name or folder says that it is for work on the code, tests or a base image. */
export function isForWork(path: string): boolean {
  return forWork.test(path)
}
