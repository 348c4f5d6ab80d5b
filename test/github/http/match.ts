import { fullName } from '../state/repository.ts'
import type { World } from '../world.ts'
import type { Route } from './route.ts'

/** A route with the parts of the path that it names. */
export interface Matched {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
}

/** Both base paths of the API, and repositories by id. */
export function localPath(world: World, pathname: string): string {
  const path = pathname.replace(/^\/api\/v3(?=\/|$)/, '').replace(/^\/api\/graphql$/, '/graphql')
  return path.replace(/^\/repositories\/(\d+)(?=\/|$)/, (whole, id: string) => {
    const repository = world.repositories.get(Number(id))
    return repository === undefined ? whole : `/repos/${fullName(repository)}`
  })
}

/** The first route that fits, or null. */
export function match(routes: readonly Route[], method: string, path: string): Matched | null {
  for (const route of routes) {
    if (route.method.toUpperCase() !== method) continue
    const found = route.pattern.exec(path)
    if (found === null) continue
    const groups = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)])
    return { route, params: Object.fromEntries(groups) }
  }
  return null
}
