import { isPort } from '../commands/port.ts'
import { type Finding, find, usualPort } from '../finding.ts'
import { lineOf, type Place } from '../place.ts'
import { goFrameworks } from './frameworks.ts'
import { goModule } from './module.ts'
import { goSources } from './programs.ts'

const listened =
  /\b(?:ListenAndServe(?:TLS)?|Run|Start|Listen|RunTLS|StartTLS)\(\s*(?:ctx,\s*)?"[\w.*]*:(\d{2,5})"|\bAddr:\s*"[\w.*]*:(\d{2,5})"|net\.Listen\("tcp",\s*"[\w.*]*:(\d{2,5})"/
const environment =
  /(?:Getenv|LookupEnv|Get(?:env|Env)?(?:String|Int|OrDefault|WithDefault|Or)?|getEnv\w*|env\w*)\(\s*"(?:\w+_)?PORT"(?:\s*,\s*"?:?(\d{2,5})"?)?/
const fallback = /\b(?:[\w.]*[pP]ort|addr|PORT)\s*(?::?=|:)\s*"?:?(\d{2,5})"?/
const tagged =
  /env:"(?:\w+_)?PORT[^"]*"[^\n`]*(?:envDefault|default):"(\d{2,5})"|envconfig:"(?:\w+_)?PORT"[^\n`]*default:"(\d{2,5})"/

/** The port that the source listens on, and whether it takes `$PORT`. */
export function goPort(place: Place): readonly Finding[] {
  const files = goSources(place)
  const fromEnvironment = files.find(({ text }) => environment.test(text) || tagged.test(text))
  if (fromEnvironment) {
    const { text, name } = fromEnvironment
    const digits =
      tagged
        .exec(text)
        ?.slice(1)
        .find((one) => one) ??
      environment.exec(text)?.[1] ??
      fallback.exec(text.slice(environment.exec(text)?.index ?? 0))?.[1] ??
      fallback.exec(text)?.[1]
    const proof = {
      path: place.at(name),
      line: lineOf(text, /"(?:\w+_)?PORT/),
      says: place.texts.seen.readsPort,
    }
    const honours = /"PORT["`,]/.test(text) ? [find('honoursPort', true, proof)] : []
    return [...honours, ...portFinding(digits, proof)]
  }
  const file = files.find(({ text }) => listened.test(text))
  const match = listened.exec(file?.text ?? '')
  if (file && match) {
    const proof = { path: place.at(file.name), line: lineOf(file.text, match[0]), says: match[0].trim() }
    return portFinding(
      match.slice(1).find((one) => one),
      proof,
    )
  }
  const module = goModule(place)
  const framework = goFrameworks.find(({ modules }) =>
    [...(module?.requires.keys() ?? [])].some((path) => modules.test(path)),
  )
  return framework?.port
    ? [
        usualPort(
          framework.port,
          place.proof('go.mod', place.texts.seen.listensUnlessTold(framework.id, framework.port)),
        ),
      ]
    : []
}

function portFinding(digits: string | undefined, proof: Parameters<typeof find>[2]): readonly Finding[] {
  const port = Number(digits)
  return digits !== undefined && isPort(port) ? [find('port', port, proof)] : []
}
