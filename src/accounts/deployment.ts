/** A template to be deployed in one account, with the values it takes as shell words. */
export interface Deployment {
  readonly account: string
  /** Name of the stack, without the prefix that `deploy` puts before it. */
  readonly stack: string
  readonly path: string
  readonly content: string
  readonly values: readonly (readonly [string, string])[]
  /** What it makes, for the plan; a link id where it belongs to one. */
  readonly link: string | null
  readonly environment: string | null
}

/** The folder of everything here. */
export const folder = 'infra/accounts'

/** The output of a stack in an account, as a shell word. */
export function output(account: string, stack: string, name: string): string {
  return `"$(output ${account} ${stack} ${name})"`
}

/** The number of an account, as a shell word. */
export function accountNumber(key: string): string {
  return `"$(account ${key})"`
}

/** A value that a person must look up: the shell stops with what it is where it was not set. */
export function lookedUp(variable: string, what: string): string {
  return `"\${${variable}:?${what}}"`
}

/** `shop-production` → `SHOP_PRODUCTION`. */
export function variableName(key: string): string {
  return key.toUpperCase().replaceAll('-', '_')
}

/** The line that deploys it; `deploy` comes from functions.sh. */
export function deployLine({ account, stack, path, values }: Deployment): string {
  return [`deploy ${account} ${stack} ${path}`, ...values.map(([name, word]) => `${name}=${word}`)].join(' \\\n  ')
}
