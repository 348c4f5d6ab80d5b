import { type Finding, find } from '../../finding.ts'
import { get } from '../../json.ts'
import type { Place } from '../../place.ts'
import { developmentPackages } from './development.ts'
import type { Tools } from './install.ts'

/** A linter that a file of the project sets up: Ruff, else Flake8. Its version is the one that is installed, or that pre-commit pins. */
export function lintOf(place: Place, { prefix }: Tools): Finding<'lint'> | null {
  const listed = developmentPackages(place)
  const ruff = place.pick('ruff.toml', '.ruff.toml') ?? (hasRuff(place) ? 'pyproject.toml' : undefined)
  if (ruff !== undefined) {
    const proof = place.proof(ruff, ruff === 'pyproject.toml' ? '[tool.ruff]' : ruff, '[tool.ruff')
    return find('lint', listed.has('ruff') ? `${prefix}ruff check .` : `pipx run ruff${pinned(place)} check .`, proof)
  }
  const flake8 =
    place.pick('.flake8') ?? ['setup.cfg', 'tox.ini'].find((name) => /^\[flake8\]/m.test(place.text(name) ?? ''))
  return flake8 !== undefined && listed.has('flake8')
    ? find('lint', `${prefix}flake8 .`, place.proof(flake8, place.texts.seen.flake8, '[flake8]'))
    : null
}

function hasRuff(place: Place): boolean {
  return get(place.toml('pyproject.toml'), 'tool', 'ruff') !== undefined
}

function pinned(place: Place): string {
  const text = place.text('.pre-commit-config.yaml') ?? ''
  const version = /ruff-pre-commit\/?\s*\n\s*rev:\s*['"]?v?(\d+\.\d+\.\d+)/.exec(text)?.[1]
  return version === undefined ? '' : `==${version}`
}
