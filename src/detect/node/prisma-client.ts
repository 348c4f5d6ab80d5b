import type { ImageStep } from './image-build.ts'
import { majorOf } from './manifest.ts'
import type { NodeProject } from './project.ts'
import { execute } from './run.ts'
import { programsOf } from './scripts.ts'
import type { Command } from './shell.ts'
import { into } from './shell.ts'

/** Whether a program is `prisma generate`. */
export const isGenerate = ({ words }: Command) => words[0] === 'prisma' && words[1] === 'generate'

/**
 * The command that generates Prisma's client before the build, where neither an install nor the scripts do: the image runs it, or
 * the generator is one that an install does not run. Null where nothing has to be generated. `script`: the build script.
 * https://www.prisma.io/docs/orm/prisma-schema/overview/generators (read 2026-11)
 */
export function generating(project: NodeProject, script: string | null, steps: readonly ImageStep[]): string | null {
  const { manifest, manager } = project
  const names = ['postinstall', 'prepare', 'install', ...(script === null ? [] : [script])]
  if (names.some((name) => programsOf(manifest, name).some(isGenerate))) return null
  const step = steps.find(({ words }) => isGenerate({ env: {}, folder: '.', words }))
  if (step) return execute(manager.name, step.words.join(' '))
  return isLeftOut(project) ? execute(manager.name, 'prisma generate') : null
}

const schemas = ['prisma/schema.prisma', 'schema.prisma', 'src/prisma/schema.prisma', 'db/schema.prisma']

// Up to version 6 `@prisma/client` generates itself when it is installed, with the older generator.
function isLeftOut({ place, manifest }: NodeProject): boolean {
  const name = place.pick(...schemas)
  const generator = /generator\s+\w+\s*\{([^}]*)\}/.exec(name === undefined ? '' : (place.text(name) ?? ''))?.[1]
  if (name === undefined || generator === undefined || !manifest.all.has('prisma')) return false
  const isNew = /provider\s*=\s*"prisma-client"/.test(generator) || (majorOf(manifest.all.get('prisma')) ?? 0) >= 7
  const output = /output\s*=\s*"([^"]+)"/.exec(generator)?.[1]
  const folder = output === undefined ? null : into('.', `${name}/../${output}`)
  return isNew && (folder === null || place.repository.folder(place.at(folder)) === undefined)
}
