import { type Finding, find, type Proof, usualPort } from '../finding.ts'
import { type Place, placeAt } from '../place.ts'
import type { Module } from './modules.ts'
import type { Start } from './production-start.ts'
import type { NodeProject } from './project.ts'
import type { NodeServer } from './server.ts'

/** Files that show the variables of a server with their defaults. */
export const examples = ['.env.example', '.env.sample', '.env.template', '.env.dist', 'example.env', 'env.example']

/** Port of a server: what its start command sets, what its source says, an example of its variables, the framework's default. */
export function portFindings(
  { place, workspace }: NodeProject,
  { framework, listening, modules }: NodeServer,
  start: Start | null,
  proof: Proof,
): readonly Finding[] {
  const given = /(?:^|\s)PORT=(\d{2,5})\b|\s(?:-p|--port)[ =](\d{2,5})\b/.exec(
    start ? `${envText(start)} ${start.program.words.join(' ')}` : '',
  )
  const honours = listening ? [find('honoursPort', listening.honoursPort, listening.proof)] : []
  const set = given?.[1] ?? given?.[2]
  if (set && start) return [find('port', Number(set), start.proof), ...honours]
  if (listening?.port != null) return [find('port', listening.port, listening.proof), ...honours]
  const example =
    examplePort(place, modules) ??
    (workspace ? examplePort(placeAt(place.repository, workspace.root), modules, true) : null)
  if (example) return [example, ...honours]
  return framework?.port == null
    ? honours
    : [
        usualPort(framework.port, { ...proof, says: place.texts.seen.listensByDefault(framework.id, framework.port) }),
        ...honours,
      ]
}

// Committed settings of the variables count as an example of them.
const settings = [...examples, '.env.production', '.env']
const ofOthers =
  /^(?:DB|DATABASE|REDIS|MONGO|POSTGRES|PG|MYSQL|MAIL|SMTP|RABBIT|AMQP|KAFKA|ELASTIC|FTP|SSH|PROXY|DEBUG|CLIENT|FRONTEND|SSL|HTTPS)/

/** The value that an example of the variables gives to one which the program reads for its port. `shared`: the example is of several programs. */
function examplePort({ text, proof, texts }: Place, modules: readonly Module[], shared = false): Finding | null {
  for (const name of settings) {
    for (const [, variable = '', value] of (text(name) ?? '').matchAll(
      /^(PORT|[A-Z][A-Z_]*_PORT)[ \t]*=[ \t]*['"]?(\d{2,5})\b/gm,
    )) {
      const isRead =
        (variable === 'PORT' && !shared) || modules.some(({ source }) => new RegExp(`\\b${variable}\\b`).test(source))
      if (isRead && !ofOthers.test(variable))
        return find('port', Number(value), proof(name, texts.seen.givesPort(variable), variable))
    }
  }
  return null
}

const envText = ({ program }: Start) =>
  Object.entries(program.env)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')
