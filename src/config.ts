import { type Commanders, readConfig } from './config/read.ts'
import { UserError } from './errors.ts'
import type { Config, Tree } from './model.ts'

export type { Commanders } from './config/read.ts'

/** Where the configuration lies. Only the one on the default branch counts. */
export const configPath = '.github/cicd.yml'

/** What holds where no configuration says otherwise. */
export const defaultConfig: Config = { lang: null, region: null, apps: [], environments: null }

const shownFaults = 10

/**
 * The configuration of a repository; the defaults where it has none. `commanders` null: everyone with write access.
 * Throws `UserError` that names each mistake with its line.
 */
export function configOf(tree: Tree | null): { readonly config: Config; readonly commanders: Commanders | null } {
  const skipped = tree?.skipped.find(({ path }) => path === configPath)
  if (skipped !== undefined)
    throw new UserError(`\`${configPath}\` ${skipped.why}. Mend it, then run the command again.`)
  const text = tree?.files.get(configPath)
  if (text === undefined) return { config: defaultConfig, commanders: null }
  const { config, commanders, faults } = readConfig(text, defaultConfig)
  if (faults.length === 0) return { config, commanders }
  const lines = faults.slice(0, shownFaults).map(({ line, message }) => `- line ${line}: ${message}`)
  const more = faults.length > shownFaults ? [`- and ${faults.length - shownFaults} more`] : []
  throw new UserError(
    `\`${configPath}\` has mistakes, so nothing was done:\n\n${[...lines, ...more].join('\n')}\n\nMend them, then run the command again.`,
  )
}
