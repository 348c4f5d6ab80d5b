import type { Proof } from '../finding.ts'
import { lineOf, type Place } from '../place.ts'
import type { Module } from './modules.ts'

/** Where a program listens, as its source says. */
export interface Listening {
  readonly port: number | null
  readonly honoursPort: boolean
  readonly proof: Proof
}

const calls =
  /\.listen\s*\(|\bstartStandaloneServer\s*\(|\bBun\.serve\s*\(|\bDeno\.serve\s*\(|\bserve\s*\(\s*(?:\{|app\b|[\w.]+\s*,)|\b[Hh]api\.(?:s|S)erver\s*\(|\bnew\s+(?:WebSocketServer|WebSocket\.Server|Server)\s*\(\s*\{[^}]{0,200}\bport\b|\bapp\.start\s*\(|\blisten\s*\(\s*(?:app|server|\{)|\bexport default\s*\{[^}]{0,300}\bfetch\b/

// Cheaper than the calls themselves, and in every one of them.
const hint = /listen|[sS]erve|\.start|\bfetch\b/

/** The first module that opens a port; undefined where none does. */
export function listener(modules: readonly Module[]): Module | undefined {
  return modules.find(({ source }) => hint.test(source) && calls.test(source))
}

// One number after the name of the variable on the same statement: `PORT || 3000`, `PORT: z.coerce.number().default(3000)`,
// `env.get('PORT', 3000)`, `normalizePort(PORT ?? '3000')`, `PORT: num({ default: 3000 })`, `PORT ? parseInt(PORT, 10) : 3000`.
const values = [
  /['"\]`)]*[^\n;]{0,60}?(?:\|\||\?\?|\bdefault(?:To|Value|sTo)?\b['"]?\s*[:(])\s*(?:Number\(|parseInt\()?['"`]?(\d{2,5})\b/,
  /\s*\?[^;]{0,160}?:\s*['"]?(\d{2,5})\b/,
  /['"]?\s*,\s*['"]?(\d{3,5}|80)\b/,
].map((pattern) => pattern.source)

/** Variables for the port of the program itself; those of a mail server or a database are none. */
const variables = [
  '\\b(?<![A-Z_])PORT\\b',
  '\\b(?:APP|SERVER|HTTP|API|WEB|NODE|LISTEN|LISTENING|SERVICE|BACKEND|EXPRESS|NEST|FASTIFY|APPLICATION|PUBLIC|MAIN|BIND|LOCAL|DEFAULT)_PORT\\b',
  '\\b(?!(?:MAIL|SMTP|EMAIL|DB|DATABASE|REDIS|MONGO|MONGODB|POSTGRES|PG|PGSQL|MYSQL|MARIADB|RABBITMQ|AMQP|KAFKA|ELASTIC|ELASTICSEARCH|FTP|SFTP|SSH|PROXY|DEBUG|METRICS|PROMETHEUS|WS|SOCKET|GRPC|TYPEORM|DATABASE|CACHE|MEMCACHED|MQTT|LDAP|IMAP|POP|STATSD|SYSLOG|CLIENT|FRONTEND|HTTPS|SSL|TLS)_)[A-Z]+(?:_[A-Z]+)?_PORT\\b',
].map((name) => values.map((value) => new RegExp(name + value)))

const names =
  /(?:\benv\b|\bconfig\b|\bget\w*|\bBun|\bDeno)[^\n;]{0,40}?\bPORT\b|\bPORT\s*:\s*(?:z|num|port|joi|Joi|Type|t|v|str|number|makeValidator|env|Env|schema)\b|\bPORT\s*:\s*\{/
const literals = [
  /\.listen\s*\(\s*(\d{2,5})\b/,
  /\b(?:const|let|var)\s+(?:port|PORT|DEFAULT_PORT|defaultPort|serverPort|SERVER_PORT|httpPort)\s*(?::\s*number\s*)?=\s*['"]?(\d{2,5})\b/,
  /\b(?:port|PORT)\s*:\s*['"]?(\d{2,5})\b/,
  /\.set\(\s*['"]port['"]\s*,\s*(\d{2,5})\b/,
]

/** The port of a program, from the module that listens and the ones around it; nearest first. */
export function listening(place: Place, modules: readonly Module[]): Listening | null {
  const first = listener(modules)
  const ordered = first ? [first, ...modules.filter((one) => one !== first)] : modules
  const honoursPort = ordered.some(({ source }) => names.test(source))
  const known = byVariable(ordered) ?? byLiteral(first ? [first] : [], honoursPort) ?? byLiteral(ordered, honoursPort)
  const at = known?.module ?? first
  if (!at) return null
  return {
    port: known?.port ?? null,
    honoursPort,
    proof: {
      path: place.at(at.path),
      line: known ? lineOf(at.source, known.said) : lineOf(at.source, calls),
      says: place.texts.seen.listens(known?.port ?? null, honoursPort),
    },
  }
}

interface Known {
  readonly module: Module
  readonly port: number
  readonly said: string
}

function byVariable(modules: readonly Module[]): Known | null {
  for (const patterns of variables) {
    for (const module of modules) {
      const match = patterns.map((pattern) => pattern.exec(module.source)).find((one) => one !== null)
      if (match?.[1]) return { module, port: Number(match[1]), said: match[0] }
    }
  }
  return null
}

function byLiteral(modules: readonly Module[], honoursPort: boolean): Known | null {
  for (const module of modules) {
    if (honoursPort && !calls.test(module.source) && !/PORT|port/.test(module.source)) continue
    for (const pattern of literals) {
      const match = pattern.exec(module.source)
      if (match?.[1] && Number(match[1]) > 0) return { module, port: Number(match[1]), said: match[0] }
    }
  }
  return null
}

/** A server that only localhost reaches: nothing outside of its container does. */
export function bindsLocalhost(modules: readonly Module[]): Module | undefined {
  return modules.find(
    ({ source }) =>
      calls.test(source) &&
      /\b(?:host|hostname)\s*[:=]\s*['"](?:localhost|127\.0\.0\.1)['"]|\.listen\s*\([^)]*,\s*['"](?:localhost|127\.0\.0\.1)['"]/.test(
        source,
      ),
  )
}

const health =
  /\.(?:get|all|use|route|head)\s*\(\s*['"`](\/(?:api\/|v1\/|api\/v1\/)?(?:health|healthz|healthcheck|health-check|health_check|_health|ping|livez|status|heartbeat|up))['"`]|@Get\(\s*['"`]\/?(health|healthz|ping)['"`]\s*\)|\burl\s*:\s*['"`](\/health\w*)['"`]/

/** The path of a health check that the sources define; null where none is seen. */
export function healthPath(
  modules: readonly Module[],
): { readonly path: string; readonly module: Module; readonly said: string } | null {
  for (const module of modules) {
    const match = health.exec(module.source)
    const path = match?.[1] ?? match?.[2] ?? match?.[3]
    if (match && path) return { path: path.startsWith('/') ? path : `/${path}`, module, said: match[0] }
  }
  return null
}
