import { type Finding, find, type Proof } from '../finding.ts'
import type { Start } from './production-start.ts'
import type { NodeProject } from './project.ts'
import type { NodeServer } from './server.ts'

/** Files that show the variables of a server with their defaults. */
export const examples = ['.env.example', '.env.sample', '.env.template', '.env.dist', 'example.env', 'env.example']

/** Port of a server: what its start command sets, what its source says, an example of its variables, the framework's default. */
export function portFindings(
  { place }: NodeProject,
  { framework, listening }: NodeServer,
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
  const example = examples.find((name) => /^PORT=['"]?\d{2,5}/m.test(place.text(name) ?? ''))
  const value = /^PORT=['"]?(\d{2,5})/m.exec(example === undefined ? '' : (place.text(example) ?? ''))?.[1]
  if (value && example !== undefined)
    return [find('port', Number(value), place.proof(example, `PORT=${value}`, 'PORT=')), ...honours]
  return framework?.port == null
    ? honours
    : [
        find('port', framework.port, { ...proof, says: `${framework.id} listens on ${framework.port} by default` }),
        ...honours,
      ]
}

const envText = ({ program }: Start) =>
  Object.entries(program.env)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')
