import { isPort } from '../commands/port.ts'
import type { Place } from '../place.ts'
import { readSources } from './sources.ts'

/** How a file starts its own server when it is run. */
export interface SelfRun {
  readonly server: 'uvicorn' | 'own'
  readonly port: number | null
  /** It listens on all addresses, and not only on its own machine. */
  readonly everywhere: boolean
  readonly honoursPort: boolean
}

const call =
  /^[ \t]*(?:[\w.]+\s*=\s*)?(?:[\w.]+\.)?(uvicorn\.run|run_app|serve|launch|listen|(?:app|application|server|api|socketio|demo|\w*app)\.run(?:_server)?|ui\.run)\(/m

/** The call that starts a server in a file of a place; null where there is none. */
export function selfRun(place: Place, file: string): SelfRun | null {
  const text = place.text(file)
  const match = call.exec(text ?? '')
  const name = match?.[1]
  if (text === undefined || !match || name === undefined) return null
  const given = argumentsFrom(text, match.index + match[0].length)
  const port = portOf(given, [text, ...readSources(place).map((source) => source.text)])
  const named = /\bhost\s*=\s*[A-Za-z_]/.test(given) && text.includes('0.0.0.0')
  return {
    server: name === 'uvicorn.run' ? 'uvicorn' : 'own',
    port: port.number,
    everywhere: /0\.0\.0\.0|["']::["']/.test(given) || named || name === 'listen',
    honoursPort: port.honours,
  }
}

/** What stands between a bracket and the one that closes it, at most 600 characters. */
function argumentsFrom(text: string, start: number): string {
  let depth = 1
  let at = start
  for (; at < text.length && at < start + 600 && depth > 0; at++) {
    if (text[at] === '(') depth++
    else if (text[at] === ')') depth--
  }
  return text.slice(start, depth === 0 ? at - 1 : at)
}

const environment =
  /(?:environ(?:\.get)?|getenv|config|env(?:\.int)?)\s*[([]\s*["'](?:\w+_)?PORT["']\s*(?:,\s*(?:default\s*=\s*)?["']?(\d{2,5})["']?)?/

/** The port in a call: a number, a name that is set, or `$PORT` with its default. */
function portOf(
  given: string,
  texts: readonly string[],
): { readonly number: number | null; readonly honours: boolean } {
  const value = argument(given)
  if (value === undefined) return { number: null, honours: false }
  const name = /^\s*(?:int\(\s*)?([A-Za-z_]\w*)\s*\)?\s*$/.exec(value)?.[1]
  const meaning = name === undefined ? value : meaningOf(name, texts)
  const fromEnvironment = environment.exec(meaning)
  const digits = fromEnvironment?.[1] ?? /\b(\d{2,5})\b/.exec(meaning)?.[1]
  const number = digits === undefined ? null : Number(digits)
  return {
    number: number !== null && isPort(number) ? number : null,
    honours: fromEnvironment !== null && /["']PORT["']/.test(meaning),
  }
}

/** What a name is set to, in the file itself or in another of the project (`config.py`). */
function meaningOf(name: string, texts: readonly string[]): string {
  const set = new RegExp(`^[ \\t]*${name}(?:\\s*:\\s*\\w+)?\\s*=\\s*([^\\n]+)`, 'm')
  return texts.map((text) => set.exec(text)?.[1]).find((one) => one !== undefined) ?? ''
}

const runs = /^if __name__\s*==\s*["']__main__["']\s*:/m
const serves =
  /\b(?:serve_forever|make_server|run_simple|serve|run_app|uvicorn\.run|WSGIServer|HTTPServer)\s*\(|\.run\(|\.listen\(/

/** A file that starts a server when it is run, whatever with: the likeliest of the place; undefined where there is none. */
export function runnable(place: Place): string | undefined {
  return readSources(place).find(({ text }) => runs.test(text) && serves.test(text.slice(text.search(runs))))?.name
}

/** The value of the argument `port`, or the first one where that is a port; undefined where neither is there. */
function argument(given: string): string | undefined {
  const start = /\b(?:server_)?port\s*=\s*/.exec(given)
  if (!start) return /^\s*(?:int\()?\s*(\d{2,5}|\w*port\w*)\b/i.exec(given)?.[1]
  let depth = 0
  const rest = given.slice(start.index + start[0].length)
  const end = [...rest].findIndex((char) => {
    depth += char === '(' || char === '[' ? 1 : char === ')' || char === ']' ? -1 : 0
    return depth === 0 && char === ','
  })
  return end < 0 ? rest : rest.slice(0, end)
}
