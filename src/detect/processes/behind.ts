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
  const all = words(command).filter((word) => word !== 'exec')
  const first = all.findIndex((word) => !/^\w+=/.test(word))
  const [variables, list] = [all.slice(0, first), all.slice(first)]
  const script = scriptIn(list)
  const text = script === null ? undefined : scriptText(script, repository, roots)
  const found = text === undefined ? null : scriptCommand(text)
  return found === null ? null : [...variables, found].join(' ')
}

/** The script of `./start.sh` and `sh start.sh`; null for anything else, and for one that gets arguments. */
function scriptIn([program = '', argument = '', ...more]: readonly string[]): string | null {
  const shell = /^(?:\/(?:usr\/)?bin\/)?(?:ba|a|da)?sh$/.test(program)
  const script = shell ? argument : program
  return script.endsWith('.sh') && more.length === 0 && (shell || argument === '') ? script : null
}

function scriptText(script: string, repository: Repository, roots: readonly string[]): string | undefined {
  const name = script.slice(script.lastIndexOf('/') + 1)
  const paths = [script.replace(/^\.?\//, ''), ...folders.map((folder) => folder + name)]
  return roots
    .flatMap((root) => paths.map((path) => placeAt(repository, root).text(path)))
    .find((text) => text !== undefined)
}
