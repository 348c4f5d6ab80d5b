import { recipeOf, scriptCommand } from '../commands/recipe.ts'
import { segments, words } from '../commands/words.ts'
import { placeAt } from '../place.ts'
import type { Repository } from '../repository.ts'

/** Where scripts lie that an image or a hosting file starts. */
export const scriptReads: readonly string[] = [
  ...['*entrypoint*.sh', 'entry.sh', 'start*.sh', 'run*.sh', 'boot.sh', 'init.sh', 'serve.sh', 'launch.sh', 'Makefile'],
]

const folders = ['', 'docker/', 'scripts/', 'script/', 'bin/', 'deploy/', '.docker/', 'deployment/']

/**
 * The command behind a command: what `make run` or `./start.sh` starts. A command that starts something by itself, or whose
 * script cannot be told, stays as it is. `roots` are the folders that it may mean, the likeliest first.
 */
export function commandBehind(command: string, repository: Repository, roots: readonly string[]): string {
  const parts = segments(command)
  const last = parts.at(-1) ?? ''
  const found = madeBy(last, repository, roots) ?? scriptedBy(last, repository, roots)
  return found === null ? command : [...parts.slice(0, -1), found].join(' && ')
}

function madeBy(command: string, repository: Repository, roots: readonly string[]): string | null {
  const target = /^make\s+([\w.-]+)$/.exec(command)?.[1]
  if (target === undefined) return null
  for (const root of roots) {
    const recipe = recipeOf(placeAt(repository, root).text('Makefile') ?? '', target)
    if (recipe) return recipe.command
  }
  return null
}

function scriptedBy(command: string, repository: Repository, roots: readonly string[]): string | null {
  const list = words(command).filter((word) => word !== 'exec')
  const [program = '', argument] = list
  const script =
    /^(?:\/(?:usr\/)?bin\/)?(?:ba|a|da)?sh$/.test(program) && list.length === 2
      ? argument
      : list.length === 1
        ? program
        : undefined
  if (!script?.endsWith('.sh')) return null
  const name = script.slice(script.lastIndexOf('/') + 1)
  const own = script.replace(/^\.?\//, '')
  for (const root of roots) {
    const place = placeAt(repository, root)
    for (const path of [own, ...folders.map((folder) => folder + name)]) {
      const text = place.text(path)
      if (text !== undefined) return scriptCommand(text)
    }
  }
  return null
}
