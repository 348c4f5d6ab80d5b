import { UserError } from '../errors.ts'
import type { Context } from '../model.ts'

/**
 * The context with the one environment that was asked for: of the configured ones that of this name, else a new one with the defaults.
 * Throws `UserError` where the configuration has others only, or wants none.
 */
export function withAskedEnvironment(context: Context): Context {
  const { request, config } = context
  const name = request.environment
  if (name === null) return context
  const { environments } = config
  if (environments === 'none') {
    throw new UserError(
      'The configuration says `environments: none`, so there is none to choose. Leave `--environment` out, or name your environments in `.github/cicd.yml`.',
    )
  }
  const listed = environments?.find((one) => one.name === name)
  if (environments !== null && listed === undefined) {
    const known = environments.map((one) => `\`${one.name}\``).join(', ')
    throw new UserError(
      `There is no environment \`${name}\` in \`.github/cicd.yml\`: it names ${known}. Choose one of them, or add it there.`,
    )
  }
  const only = listed ?? { name, account: null, region: null, branch: null, approval: false }
  return { ...context, config: { ...config, environments: [only] } }
}
