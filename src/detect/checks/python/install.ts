import type { Place } from '../../place.ts'
import { requirementsFile } from '../../python/manifests.ts'
import { developmentFiles, developmentPackages, type Listed } from './development.ts'

/** How a project runs the tools of its development. */
export interface Tools {
  /** The package manager: `pip`, `uv`, `poetry`, `pdm`, `pipenv`. */
  readonly manager: string
  /** What stands before a command: `uv run `, or nothing. */
  readonly prefix: string
}

const prefixes: Readonly<Record<string, string>> = {
  pip: '',
  uv: 'uv run ',
  poetry: 'poetry run ',
  pdm: 'pdm run ',
  pipenv: 'pipenv run ',
}

/** The tools of a package manager; null for one that CI does not set up (conda). */
export function toolsOf(manager: string): Tools | null {
  const prefix = prefixes[manager]
  return prefix === undefined ? null : { manager, prefix }
}

/**
 * The install that brings these tools (`pytest`, `ruff`) beside what production needs, by where each is listed. Tools that are listed
 * nowhere are added by name, without a version. `production` is the install without development packages, null for none; `lists` are further
 * requirements files that the program needs.
 */
export function developmentInstall(
  place: Place,
  { manager }: Tools,
  production: string | null,
  wanted: readonly string[],
  lists: readonly string[] = [],
): string | null {
  const listed = developmentPackages(place)
  const where = wanted.flatMap((name) => listed.get(name) ?? [])
  const missing = wanted.filter((name) => !listed.has(name))
  if (manager === 'pip') return pip(place, production, where, missing, lists)
  const base = (production ?? '').replace(withoutDevelopment, '')
  const flags = [...new Set(where.flatMap((one) => flagsFor(manager, one)))]
  const whole = [base, ...(manager === 'pipenv' ? ['--dev'] : []), ...flags].join(' ')
  if (missing.length === 0) return whole
  return manager === 'uv' ? `${whole} && uv pip install ${missing.join(' ')}` : null
}

const withoutDevelopment =
  /\s+(?:--no-dev|--no-default-groups|--only[ =]main|--without[ =]\S*dev\S*|--prod|--no-group[ =]\S+)\b/g

function flagsFor(manager: string, where: Listed): readonly string[] {
  if (where.in !== 'group' && where.in !== 'extra') return []
  if (where.in === 'extra') return [{ uv: '--extra', poetry: '--extras', pdm: '-G' }[manager] ?? '--extra', where.name]
  if (!where.optional) return []
  return [{ uv: '--group', poetry: '--with', pdm: '-G' }[manager] ?? '--group', where.name]
}

function pip(
  place: Place,
  production: string | null,
  where: readonly Listed[],
  missing: readonly string[],
  further: readonly string[],
): string | null {
  const base = production !== null && /^pip install [^&|;]+$/.test(production) ? production : 'pip install'
  const named = where.flatMap((one) => (one.in === 'file' ? [one.name] : []))
  const lists = developmentFiles(place).filter((name) => named.includes(name) || named.length === 0)
  const requirements = base === 'pip install' ? requirementsFile(place) : null
  const files = [...new Set([...(requirements === null ? [] : [requirements]), ...further, ...lists])]
  const extras = [...new Set(where.flatMap((one) => (one.in === 'extra' ? [one.name] : [])))]
  const groups = [...new Set(where.flatMap((one) => (one.in === 'group' ? [one.name] : [])))]
  const own = extras.length === 0 ? '' : ` -e '.[${extras.join(',')}]'`
  const whole = [
    own !== '' && / \.(?= |$)/.test(base) ? base.replace(/ \.(?= |$)/, own) : base + own,
    ...files.filter((name) => !base.includes(`-r ${name}`)).map((name) => `-r ${name}`),
    ...groups.map((name) => `--group ${name}`),
    ...missing,
  ].join(' ')
  return whole === 'pip install' ? null : whole
}
