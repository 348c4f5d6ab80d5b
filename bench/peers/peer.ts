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

/** A detector to compare with. `fields` are those that it answers at all: the others are not counted against it. */
export interface Peer {
  readonly id: string
  readonly fields: readonly string[]
  detect(directory: string): Promise<readonly PeerApp[]>
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
