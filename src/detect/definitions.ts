import { amplifyBackend } from './definitions/amplify-backend.ts'
import { cdk } from './definitions/cdk.ts'
import { chalice } from './definitions/chalice.ts'
import type { Definition } from './definitions/definition.ts'
import { firebaseFunctions } from './definitions/firebase-functions.ts'
import { foreign } from './definitions/foreign.ts'
import { plainLambda } from './definitions/plain-lambda.ts'
import { sam } from './definitions/sam.ts'
import { serverlessFramework } from './definitions/serverless-framework.ts'
import { sst } from './definitions/sst.ts'
import { type Finding, first } from './finding.ts'
import type { Place } from './place.ts'
import type { StackFindings } from './stacks.ts'

/**
 * The files that define a serverless app (template.yaml, cdk.json, serverless.yml …), in the order of precedence.
 * Each makes an app of its own, beside what else its folder holds.
 */
export const definitions: readonly Definition[] = [
  sst,
  serverlessFramework,
  chalice,
  cdk,
  sam,
  firebaseFunctions,
  foreign,
  amplifyBackend,
  plainLambda,
]

// What a definition takes over from the toolchain of its language.
const tools: ReadonlySet<Finding['topic']> = new Set([
  ...([
    'packageManager',
    'lockfile',
    'workspace',
    'runtime',
    'install',
    'devInstall',
    'lint',
    'build',
    'test',
    'env',
  ] as const),
])

/** The first definition in a place, with the tools of its language from what else was found there; null where none is. */
export function definedAt(place: Place, known: readonly Finding[]): StackFindings | null {
  for (const definition of definitions) {
    const defined = definition.find(place, known)
    if (!defined) continue
    const taken = known.filter(({ topic, stack }) => tools.has(topic) && (!stack || stack === defined.tools))
    return { stack: null, findings: [...defined.findings, ...withOwnInstall(defined.findings, taken)], beside: [] }
  }
  return null
}

/** What a definition installs of its own stays in the install for tests. */
function withOwnInstall(own: readonly Finding[], taken: readonly Finding[]): readonly Finding[] {
  const install = first(own, 'install')?.value ?? null
  if (install === null) return taken
  return taken.map((finding) =>
    finding.topic === 'devInstall' ? { ...finding, value: `${install} && ${finding.value}` } : finding,
  )
}
