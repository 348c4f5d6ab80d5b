/** One app as a peer names it; null where the peer does not answer. Fields as in `slipway plan --json`. */
export interface PeerApp {
  readonly root: string
  readonly kind: string | null
  readonly language: string | null
  readonly framework: string | null
  readonly packageManager: string | null
  readonly install: string | null
  readonly build: string | null
  readonly output: string | null
  readonly port: number | null
}

/** An answer of the form of `slipway plan --json`, as far as the peer goes. */
export interface PeerPlan {
  readonly outcome: string
  readonly apps: readonly object[]
}

/** A detector to compare with. `fields` are those that it answers at all: the others are not counted against it; null: all. */
export interface Peer {
  readonly id: string
  readonly fields: readonly string[] | null
  detect(directory: string): Promise<PeerPlan>
}

/** What a peer names, as a plan. */
export function planOf(apps: readonly PeerApp[]): PeerPlan {
  return {
    outcome: apps.length > 0 ? 'proposal' : 'unknown',
    apps: apps.map((app) => ({
      ...app,
      packageManager: app.packageManager ? { name: app.packageManager, version: null } : null,
    })),
  }
}

export const nothing: Omit<PeerApp, 'root'> = {
  kind: null,
  language: null,
  framework: null,
  packageManager: null,
  install: null,
  build: null,
  output: null,
  port: null,
}

const rendersOnServer: ReadonlySet<string> = new Set([
  'next',
  'nextjs',
  'nuxt',
  'nuxtjs',
  'remix',
  'react-router',
  'sveltekit',
  'sveltekit-1',
  'astro',
  'solidstart',
  'qwik',
])
const servers: ReadonlySet<string> = new Set([
  'express',
  'fastify',
  'koa',
  'hono',
  'h3',
  'nestjs',
  'elysia',
  'fastapi',
  'flask',
  'django',
  'python',
  'node',
  'go',
  'rust',
  'ruby',
  'nitro',
  'xmcp',
])

/** The kind that a framework stands for: peers name frameworks, not kinds, so they are given the likeliest. */
export function kindOf(framework: string): string {
  if (rendersOnServer.has(framework)) return 'ssr'
  return servers.has(framework) ? 'server' : 'static'
}
