import type { Environment } from './read.ts'

/**
 * How this program was started, as the next command has to be written: `slipway` where it is installed, else by npm, which names the script
 * in `npm_lifecycle_event` and `exec` in `npm_command` (https://docs.npmjs.com/cli/v11/using-npm/scripts#environment).
 */
export function calledAs(env: Environment = process.env): string {
  if (env.npm_lifecycle_event === 'slipway') return 'npm run -s slipway --'
  return env.npm_command === 'exec' ? 'npx slipway' : 'slipway'
}
