import type { Framework } from '../framework.ts'
import { argument, folder, outputOf } from '../read.ts'

/** A tool that writes plain files, and of which a folder is all there is to know. */
export interface StaticTool {
  readonly id: string
  readonly packages: readonly string[]
  readonly builds: readonly string[]
  readonly output: string
  readonly configs?: readonly string[]
  /** Options of the build command and keys of the config that set the output folder. */
  readonly options?: readonly string[]
  readonly keys?: readonly string[]
  readonly spa?: boolean
  /** The build command's argument after so many words is the folder that the output lies in. */
  readonly rootAfter?: number
  /** It counts only where a script builds with it. */
  readonly scriptOnly?: boolean
}

/** The framework that a tool is, in the form that all of them have. */
export function toFramework(tool: StaticTool): Framework {
  const command = tool.builds[0] ?? tool.id
  return {
    id: tool.id,
    packages: tool.packages,
    configs: tool.configs ?? [],
    builds: tool.builds,
    describe: (project, use) => {
      if (tool.scriptOnly && use.script === null) return null
      const root = folder((tool.rootAfter === undefined ? null : argument(use.build, tool.rootAfter)) ?? '.')
      const fallback = root === '.' ? tool.output : `${root}/${tool.output}`
      return {
        kind: 'static',
        spa: tool.spa ?? false,
        build: command,
        ...outputOf(
          project,
          use,
          { options: tool.options ?? [], keys: tool.keys ?? [], fallback },
          project.place.texts,
        ),
      }
    },
  }
}
