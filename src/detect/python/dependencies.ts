import type { Proof } from '../finding.ts'
import { get, type Json, list, record, text } from '../json.ts'
import { once } from '../once.ts'
import { lineOf, type Place, parent, placeAt } from '../place.ts'
import { requirementsFile } from './manifests.ts'

/** A package that the program needs to run: `extras` are those of `fastapi[standard]`. */
export interface Dependency {
  readonly name: string
  readonly extras: string
  readonly proof: Proof
}

/** Packages by name, in lower case and with dashes. Development groups are left out. */
export type Dependencies = ReadonlyMap<string, Dependency>

/** Every package that the manifests of a place list, from all of them together; of each the first mention. */
export const dependenciesAt = once((place: Place): Dependencies => {
  const found = new Map<string, Dependency>()
  const all = [
    ...fromRequirements(place),
    ...fromPyproject(place),
    ...fromPipfile(place),
    ...fromSetup(place),
    ...fromConda(place),
  ]
  for (const one of all) if (!found.has(one.name)) found.set(one.name, one)
  return found
})

/** The name as PyPI compares it (PEP 503). */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-')
}

const requirement = /^\s*["']?([A-Za-z0-9][\w.-]*)\s*(?:\[([\w\s,.-]*)\])?/

function dependency(specifier: string, path: string, line: number | null): readonly Dependency[] {
  const [, name, extras = ''] = requirement.exec(specifier) ?? []
  if (name === undefined) return []
  const says = specifier.trim().replace(/\s*(?:--hash.*|\\|#.*)$/, '')
  return [{ name: plainName(name), extras, proof: { path, line, says } }]
}

function fromRequirements(place: Place): readonly Dependency[] {
  const file = requirementsFile(place)
  return file === null ? [] : requirementLines(place, file, 0)
}

// `-r base.txt` includes a file beside it.
function requirementLines(place: Place, file: string, depth: number): readonly Dependency[] {
  const lines = place.text(file)?.split('\n') ?? []
  return lines.flatMap((line, at): readonly Dependency[] => {
    const included = /^\s*(?:-r|--requirement)[ =]?\s*(\S+)/.exec(line)?.[1]
    if (included !== undefined && depth < 4) {
      const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : ''
      return requirementLines(place, `${folder}${included}`, depth + 1)
    }
    if (/^\s*(?:[#-]|$)/.test(line)) return []
    const egg = /^\s*(?:git\+|https?:).*#egg=([\w.-]+)/.exec(line)?.[1]
    return dependency(egg ?? line, place.at(file), at + 1)
  })
}

function fromPyproject(place: Place): readonly Dependency[] {
  const value = place.toml('pyproject.toml')
  if (value === undefined) return []
  const path = place.at('pyproject.toml')
  const content = place.text('pyproject.toml')
  const optional = record(get(value, 'project', 'optional-dependencies'))
  const specifiers = [
    ...list(get(value, 'project', 'dependencies')),
    ...Object.entries(optional).flatMap(([group, items]) =>
      /^(?:prod|production|server|deploy|web|api)$/.test(group) ? list(items) : [],
    ),
  ].flatMap((item) => text(item) ?? [])
  const poetry = Object.entries(record(get(value, 'tool', 'poetry', 'dependencies'))).filter(
    ([name]) => name !== 'python',
  )
  return [
    ...specifiers.flatMap((item) => dependency(item, path, lineOf(content, item))),
    ...poetry.flatMap(([name, spec]) => dependency(`${name}${extrasOf(spec)}`, path, keyLine(content, name))),
  ].map((one) => ({ ...one, proof: { ...one.proof, says: `dependencies: "${one.proof.says}"` } }))
}

function extrasOf(spec: Json): string {
  const extras = list(get(spec, 'extras')).flatMap((item) => text(item) ?? [])
  return extras.length > 0 ? `[${extras.join(',')}]` : ''
}

function keyLine(content: string | undefined, name: string): number | null {
  const lines = content?.split('\n') ?? []
  const at = lines.findIndex((line) => line.startsWith(name) && /^\s*=/.test(line.slice(name.length)))
  return at < 0 ? lineOf(content, name) : at + 1
}

function fromPipfile(place: Place): readonly Dependency[] {
  const packages = Object.entries(record(get(place.toml('Pipfile'), 'packages')))
  const content = place.text('Pipfile')
  return packages.flatMap(([name, spec]) =>
    dependency(`${name}${extrasOf(spec)}`, place.at('Pipfile'), keyLine(content, name)),
  )
}

// setup.py is a program; the texts in its install_requires are read, nothing is run.
function fromSetup(place: Place): readonly Dependency[] {
  const python = /install_requires\s*=\s*\[([^\]]*)\]/.exec(place.text('setup.py') ?? '')?.[1] ?? ''
  const quoted = [...python.matchAll(/["']([A-Za-z0-9][^"']*)["']/g)].flatMap(([, item]) => item ?? [])
  const block = /^install_requires\s*=\s*\n((?:[ \t]+.*\n?|\n)*)/m.exec(place.text('setup.cfg') ?? '')?.[1] ?? ''
  const lines = block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return [
    ...quoted.flatMap((item) => dependency(item, place.at('setup.py'), lineOf(place.text('setup.py'), item))),
    ...lines.flatMap((item) => dependency(item, place.at('setup.cfg'), lineOf(place.text('setup.cfg'), item))),
  ]
}

function fromConda(place: Place): readonly Dependency[] {
  const file = place.pick('environment.yml', 'environment.yaml')
  const lines = file === undefined ? [] : (place.text(file)?.split('\n') ?? [])
  return lines.flatMap((line, at) => {
    const item = /^\s*-\s+(?:[\w-]+::)?([A-Za-z0-9][\w.[\],-]*)\s*(?:[=<>!~].*)?$/.exec(line)?.[1]
    return item === undefined || file === undefined ? [] : dependency(item, place.at(file), at + 1)
  })
}

/** The packages of a place, else of the nearest folder above that has a Python manifest (code below the folder with requirements.txt). */
export function dependenciesAbove(place: Place): Dependencies {
  const own = dependenciesAt(place)
  const above = parent(place.root)
  return own.size > 0 || above === null ? own : dependenciesAbove(placeAt(place.repository, above))
}
