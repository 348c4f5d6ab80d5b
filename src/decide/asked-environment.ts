import { UserError } from '../errors.ts'
import type { Context } from '../model.ts'
import { textsOf } from '../text.ts'

/**
 * The context with the one environment that was asked for: of the configured ones that of this name, else a new one with the defaults.
 * Throws `UserError` where the configuration has others only, or wants none.
 */
export function withAskedEnvironment(context: Context): Context {
  const { request, config } = context
  const name = request.environment
  if (name === null) return context
  const { environments } = config
  const { config: texts } = textsOf(context)
  if (environments === 'none') {
    throw new UserError(texts.noEnvironments)
  }
  const listed = environments?.find((one) => one.name === name)
  if (environments !== null && listed === undefined) {
    const known = environments.map((one) => `\`${one.name}\``)
    throw new UserError(texts.noEnvironment(`\`${name}\``, known))
  }
  const only = listed ?? { name, account: null, region: null, branch: null, approval: false }
  return { ...context, config: { ...config, environments: [only] } }
}
