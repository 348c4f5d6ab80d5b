import type { App, Context, GeneratedFile } from '../../model.ts'
import { type Data, toYaml } from '../../render/yaml.ts'
import { textsOf } from '../../text.ts'

/** Headers that break no site. A Content-Security-Policy is none of them: it has to be written for the site. */
export const securityHeaders: readonly (readonly [string, string])[] = [
  ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'SAMEORIGIN'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
]

/** Whether the configuration asks for the headers of an app. */
export function wantsHeaders(app: App, { config }: Context): boolean {
  return config.apps.find(({ path }) => path === app.root)?.securityHeaders === true
}

/**
 * `customHttp.yml` for the apps whose configuration asks for it; none where none does. In a monorepo each app stands by its root:
 * https://docs.aws.amazon.com/amplify/latest/userguide/custom-header-YAML-format.html (2026-11)
 */
export function headersFile(apps: readonly App[], context: Context): readonly GeneratedFile[] {
  const wanted = apps.filter((app) => wantsHeaders(app, context))
  const [only] = apps
  if (wanted.length === 0) return []
  const customHeaders: Data = [
    { pattern: '**/*', headers: securityHeaders.map(([key, value]): Data => ({ key, value })) },
  ]
  const data: Data =
    apps.length === 1 && only?.root === '.'
      ? { customHeaders }
      : { applications: wanted.map(({ root }) => ({ appRoot: root, customHeaders })) }
  const content = toYaml(data, { head: 'Headers that Amplify Hosting sends with every page.' })
  return [{ path: 'customHttp.yml', mode: '100644', content, purpose: textsOf(context).amplify.headersPurpose }]
}
