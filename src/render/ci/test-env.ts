import type { App } from '../../model.ts'

/** Throw-away values for what frameworks refuse to start without. They protect nothing: the job ends and all is gone. */
export function testEnv(app: App): Readonly<Record<string, string>> {
  const keys = app.env.filter((name) => /^(?:DJANGO_|FLASK_|APP_)?SECRET_KEY$/.test(name))
  return Object.fromEntries(keys.map((name) => [name, 'only-for-tests']))
}
