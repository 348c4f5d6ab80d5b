import type { Choice, Context, Environment } from '../model.ts'

const staging: Environment = { name: 'staging', account: null, region: null, branch: null, approval: false }
const production: Environment = { name: 'production', account: null, region: null, branch: null, approval: true }

/**
 * The context with the environments that the choices want where the configuration names none: a SAM pipeline goes through staging, and a person
 * lets it on to production. Everything else keeps its one environment.
 */
export function withDefaultEnvironments(choices: readonly Choice[], context: Context): Context {
  const wanted = context.config.environments === null && choices.some((choice) => choice.target === 'sam')
  return wanted ? { ...context, config: { ...context.config, environments: [staging, production] } } : context
}
