import type { App } from '../../model.ts'
import { serviceEnv, services } from '../ci/stores.ts'
import { testCommand } from '../ci/test-command.ts'

/** A store that the app's tests expect, as a container beside the job. */
export interface TestStore {
  readonly name: string
  readonly image: string
  /** Settings of the container. */
  readonly env: Readonly<Record<string, string>>
  /** Variables of the app that lead to the store on `host`. */
  readonly variables: (host: string) => Readonly<Record<string, string>>
}

/** The stores that an app's tests expect; none where it has no tests. */
export function testStores(app: App): readonly TestStore[] {
  if (testCommand(app) === null) return []
  return Object.entries(services(app) ?? {}).map(([name, { image, env }]) => ({
    name,
    image,
    env: Object.fromEntries(Object.entries(env ?? {}).map(([key, value]) => [key, String(value)])),
    variables: (host) =>
      Object.fromEntries(
        Object.entries(serviceEnv({ ...app, needs: [name] })).map(([key, value]) => [
          key,
          value.replace(/\b(localhost|127\.0\.0\.1)\b/, host),
        ]),
      ),
  }))
}
