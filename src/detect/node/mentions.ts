import type { Texts } from '../../text.ts'
import type { Proof } from '../finding.ts'
import { type Place, placeAt } from '../place.ts'
import type { ManagerName } from './lockfiles.ts'
import type { Manifest } from './manifest.ts'
import { readmesFor } from './readme.ts'

const call =
  /(?:^|[\s"'`;&|([])(npm (?:ci|i|install|run|start)|yarn(?: [a-z]|$)|pnpm [a-z-]|bun (?:install|i|ci|run))(?=[\s"'`;&|)\]]|\w|$)/

/** Files that say how the packages are installed, in the order in which they are believed; `*` stands for every file of the folder. */
const sources: readonly { readonly folder: string; readonly name: RegExp }[] = [
  {
    folder: '.',
    name: /^(amplify\.yml|apprunner\.yaml|buildspec\.ya?ml|netlify\.toml|vercel\.json|render\.yaml|railway\.(toml|json)|Procfile)$/,
  },
  { folder: '.', name: /^(Dockerfile.*|.*\.Dockerfile)$/ },
  { folder: '.github/workflows', name: /\.ya?ml$/ },
  { folder: '.', name: /^\.(gitlab-ci|travis)\.yml$/ },
]

/** The package manager that the repository's own automation or scripts call, where all calls agree within one sort of file. */
export function managerMentions(
  at: Place,
  manifest: Manifest,
  texts: Texts,
): { readonly manager: ManagerName; readonly proof: Proof } | null {
  for (const { folder, name } of sources) {
    const found = [at.root, '.'].flatMap((root) => calls(placeAt(at.repository, root), folder, name))
    const [first] = found
    if (first && found.every(({ manager }) => manager === first.manager)) return first
  }
  return scriptCalls(at, manifest, texts)
}

function calls(place: Place, folder: string, name: RegExp) {
  const files = place.repository.folder(place.at(folder))?.files ?? []
  return [...files]
    .filter((file) => name.test(file))
    .sort()
    .flatMap((file) => callIn(place, folder === '.' ? file : `${folder}/${file}`))
}

function callIn(place: Place, path: string) {
  const lines = place.text(path)?.split('\n') ?? []
  for (const line of lines) {
    const said = call.exec(line)?.[1]?.trim()
    const manager = said === undefined ? null : managerIn(said)
    if (said && manager)
      return [
        {
          manager,
          proof: place.proof(path, place.texts.seen.runs(said.split(' ').slice(0, 2).join(' ')), line.trim()),
        },
      ]
  }
  return []
}

function managerIn(said: string): ManagerName | null {
  const [name] = said.split(' ')
  return name === 'npm' || name === 'yarn' || name === 'pnpm' || name === 'bun' ? name : null
}

function scriptCalls(at: Place, manifest: Manifest, texts: Texts) {
  const found = [...manifest.scripts].flatMap(([name, line]) => {
    const said = call.exec(line)?.[1]
    const manager = said === undefined ? null : managerIn(said)
    return manager && manager !== 'npm'
      ? [{ manager, proof: at.proof('package.json', texts.seen.scriptRuns(name, manager), `"${name}"`) }]
      : []
  })
  const [first] = found
  return first && found.every(({ manager }) => manager === first.manager) ? first : null
}

const installs =
  /(?:^|[\s"'`$>])(npm (?:ci|i|install)|yarn(?: install)?|pnpm (?:i|install)|bun (?:i|install))(?=[\s"'`]*$)/gm

/** The package manager that the read-me installs with: of its install commands, else of every command in it, where all are of one. */
export function readmeMention(at: Place): { readonly manager: ManagerName; readonly proof: Proof } | null {
  for (const { place, name } of readmesFor(at)) {
    const text = place.text(name) ?? ''
    const said = [...text.matchAll(installs)].map(([, command = '']) => command)
    const other = said.length > 0 ? said : [...text.matchAll(new RegExp(call, 'gm'))].map(([, command = '']) => command)
    const managers = new Set(other.flatMap((command) => managerIn(command.trim()) ?? []))
    const [manager] = managers
    if (manager && managers.size === 1)
      return {
        manager,
        proof: place.proof(name, place.texts.seen.mentions(other[0]?.trim() ?? ''), other[0] ?? manager),
      }
  }
  return null
}
