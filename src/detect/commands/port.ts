import { segments } from './words.ts'

/** The port that a command names, and whether it takes `$PORT`. */
export interface PortUse {
  readonly port: number | null
  readonly honoursPort: boolean
}

const flag =
  /(?:\s|^)(?:-p|-b|-l|--port|--bind|--listen|--host|--server\.port|--address|-Dserver\.port|--server-port|--urls|-S)[= ]?["']?(?:tcp:\/\/|http:\/\/)?[\w.*[\]+:]*?:?["']?(\$\{?PORT\}?(?::?-(\d{2,5}))?\}?|\$\{PORT:-(\d{2,5})\}|\d{2,5})["']?(?=\s|\/|$)/

/** What the last part of a command says about its port. `${PORT:-3000}` is 3000 and taken from `$PORT`. */
export function portIn(command: string): PortUse {
  const last = segments(command).findLast((segment) => flag.test(segment)) ?? ''
  const [, value = '', bare, inBraces] = flag.exec(last) ?? []
  const digits = /^\d+$/.test(value) ? value : (bare ?? inBraces ?? /:-(\d{2,5})/.exec(value)?.[1])
  const port = digits === undefined ? null : Number(digits)
  return { port: port !== null && isPort(port) ? port : null, honoursPort: value.includes('PORT') }
}

/** Whether a number can be a TCP port. */
export function isPort(number: number): boolean {
  return Number.isInteger(number) && number > 0 && number < 65_536
}
