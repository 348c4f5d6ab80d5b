import type { Texts } from '../../text.ts'
import type { Detector } from '../detector.ts'
import { buildFor } from '../docker/owner.ts'
import { type Finding, find } from '../finding.ts'
import { once } from '../once.ts'
import type { Place } from '../place.ts'
import { declaredAt } from '../processes/files.ts'
import { conda } from './installers/conda.ts'
import type { Installer } from './installers/installer.ts'
import { pdm } from './installers/pdm.ts'
import { pip, project } from './installers/pip.ts'
import { pipenv } from './installers/pipenv.ts'
import { poetry } from './installers/poetry.ts'
import { uv } from './installers/uv.ts'
import { manifestReads, requirementsFile } from './manifests.ts'

/** Package manager, lockfile and install command of a Python project (cases D24, D25, G13). */
export const pythonPackages: Detector = {
  id: 'python-packages',
  stack: 'python',
  reads: [...manifestReads, 'uv.lock', 'poetry.lock', 'pdm.lock', 'Pipfile.lock'].filter(
    (name) => !name.endsWith('.lock'),
  ),
  find(place) {
    const [chosen, ...others] = installersAt(place)
    if (!chosen) return []
    const { name, lockfile, proof } = chosen
    const install = inImage(place, name) ?? chosen.install
    return [
      find('packageManager', { name, version: null }, proof),
      find('install', install, proof),
      ...(lockfile === null ? [] : [find('lockfile', lockfile, proof)]),
      ...others
        .filter((other) => other.name !== name && other.proof.path !== place.at('pyproject.toml'))
        .slice(0, 1)
        .map((other) => second(chosen, other, place.texts)),
    ]
  },
}

function second(chosen: Installer, other: Installer, texts: Texts): Finding {
  return find('remark', texts.seen.installedBy(chosen.name, chosen.proof.says, other.proof.path), other.proof)
}

/**
 * Every way that the manifests allow, the best first: what the Dockerfile or a hosting file runs, then lockfiles
 * (uv, Poetry, PDM, Pipenv), then a list that pins every version, then other lists. The order of the listing never decides (case D25).
 */
const installersAt = once((place: Place): readonly Installer[] => {
  const used = usedInstaller(place)
  const found = [
    uv(place, used === 'uv'),
    ...[poetry(place), pdm(place), pipenv(place), pip(place), conda(place), project(place)],
  ].flatMap((one) => one ?? [])
  const rank = (one: Installer) => {
    if (one.name === used) return 0
    if (one.lockfile !== null && one.name !== 'pip') return 1
    return one.name === 'pip' && isPinned(place) ? 2 : 3
  }
  return found.toSorted((a, b) => rank(a) - rank(b))
})

/** Whether the list of requirements pins nearly every version, as `pip freeze` and `pip-compile` write it. */
function isPinned(place: Place): boolean {
  const file = requirementsFile(place)
  const lines = (file === null ? '' : (place.text(file) ?? '')).split('\n').filter((line) => /^[A-Za-z0-9]/.test(line))
  const pinned = lines.filter((line) => line.includes('=='))
  return lines.length > 0 && pinned.length >= lines.length * 0.9
}

/** The install command that the Dockerfile runs, which knows the groups and extras that production needs. */
function inImage(place: Place, name: Installer['name']): string | null {
  if (name !== 'uv' && name !== 'poetry') return null
  const pattern = name === 'uv' ? /\buv sync\b[^&|;\n]*/ : /\bpoetry install\b[^&|;\n]*/
  const found = buildFor(place)?.facts.runs.flatMap(({ value }) =>
    value.includes('if [') ? [] : (pattern.exec(value)?.[0] ?? []),
  )
  const last = found
    ?.at(-1)
    ?.replace(
      /\s+--(?:no-install-(?:project|workspace)|no-cache|no-interaction|no-ansi|no-editable|compile-bytecode)\b/g,
      '',
    )
    .trim()
  if (last === undefined || /[$`"']/.test(last)) return null
  return name === 'uv' && place.has('uv.lock') && !/--(?:frozen|locked)\b/.test(last) ? `${last} --frozen` : last
}

function usedInstaller(place: Place): string | null {
  const lines = [
    ...(buildFor(place)?.facts.runs.map(({ value }) => value) ?? []),
    ...declaredAt(place).map(({ command }) => command ?? ''),
  ]
  const all = lines.join('\n')
  if (/\buv (?:sync|run)\b/.test(all)) return 'uv'
  if (/\bpoetry (?:install|run)\b/.test(all)) return 'poetry'
  if (/\bpipenv (?:install|run|sync)\b/.test(all)) return 'pipenv'
  if (/\bpdm (?:install|sync|run)\b/.test(all)) return 'pdm'
  // A list that is only made in the image says nothing of how the project is installed.
  const listed = requirementsFile(place) !== null
  return listed && /\b(?:pip3?|uv pip) install\b[^\n]*(?:-r|--requirement)/.test(all) ? 'pip' : null
}
