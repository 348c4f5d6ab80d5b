import { intersects, validRange } from 'semver'
import type { Detector } from '../detector.ts'
import { type Finding, find, first } from '../finding.ts'
import { get, list, record, text } from '../json.ts'
import { lineOf, type Place } from '../place.ts'
import { imagePin, runtimeFindings } from '../runtime-pin.ts'
import { managedVersion, type Pin, versionFile, versionManagerReads } from '../version-files.ts'
import { pythonManifest } from './manifests.ts'

/**
 * The version of Python, by the first of: `.python-version`, `runtime.txt`, `.tool-versions` or `mise.toml`, the Pipfile,
 * a hosting file (`PYTHON_VERSION` in render.yaml), the Dockerfile, `requires-python` and its like, conda's environment.
 * A range gives the oldest version in it that is not older than 3.11: what the project says that it was tried with.
 */
export const pythonVersion: Detector = {
  id: 'python-version',
  stack: 'python',
  reads: ['.python-version', 'runtime.txt', 'render.yaml', ...versionManagerReads],
  find(place, known) {
    if (pythonManifest(place) === null && first(known, 'language')?.value !== 'python' && !place.has('.python-version'))
      return []
    const pins = pinsOf(place).flatMap((pin) => {
      const version = concrete(pin.text)
      return version === null ? [] : [{ ...pin, version }]
    })
    const [pin, ...others] = pins
    if (!pin) return unpinned(place)
    const clash = others.find((other) => !agrees(other.text, pin.version))
    return [...runtimeFindings('python', pin, place, clash), ...outside(place)]
  },
}

/** A range that ends before App Runner's 3.11 leaves an image only, whatever else pins the version. */
function outside(place: Place): readonly Finding[] {
  const range = rangeOf(place)
  const wanted = range === null || !/[<>=^~]/.test(range) ? null : toRange(range)
  if (range === null || wanted === null || [11, 12, 13, 14].some((minor) => inRange(minor, wanted))) return []
  const proof = place.proof('pyproject.toml', `Python ${range}`, range)
  return [find('imageOnly', place.texts.imageOnly.pythonRange(range), proof)]
}

function rangeOf(place: Place): string | null {
  const value = place.toml('pyproject.toml')
  return text(get(value, 'project', 'requires-python')) ?? text(get(value, 'tool', 'poetry', 'dependencies', 'python'))
}

function unpinned(place: Place): readonly Finding[] {
  const manifest = pythonManifest(place)
  if (manifest === null) return []
  const proof = place.proof(manifest, place.texts.seen.noPython)
  return [find('runtime', { name: 'python', version: '3.11', from: 'default' }, proof)]
}

function pinsOf(place: Place): readonly Pin[] {
  const range = rangeOf(place)
  const pipfile =
    text(get(place.toml('Pipfile'), 'requires', 'python_full_version')) ??
    text(get(place.toml('Pipfile'), 'requires', 'python_version'))
  return [
    versionFile(place, '.python-version'),
    versionFile(place, 'runtime.txt'),
    managedVersion(place, ['python']),
    pipfile === null
      ? undefined
      : { text: pipfile, proof: place.proof('Pipfile', `python_version = "${pipfile}"`, 'python_') },
    renderVersion(place),
    imagePin(place, 'python'),
    range === null ? undefined : { text: range, proof: place.proof('pyproject.toml', `Python ${range}`, range) },
    setupVersion(place),
    condaVersion(place),
  ].flatMap((pin) => pin ?? [])
}

function renderVersion(place: Place): Pin | undefined {
  const content = place.text('render.yaml')
  if (!content?.includes('PYTHON_VERSION')) return undefined
  for (const service of list(record(place.yaml('render.yaml')).services)) {
    const entry = list(get(service, 'envVars')).find((one) => get(one, 'key') === 'PYTHON_VERSION')
    const value = get(entry, 'value')
    if (value !== undefined && value !== null)
      return {
        text: String(value),
        proof: {
          path: place.at('render.yaml'),
          line: lineOf(content, 'PYTHON_VERSION'),
          says: `PYTHON_VERSION: ${String(value)}`,
        },
      }
  }
  return undefined
}

function setupVersion(place: Place): Pin | undefined {
  for (const file of ['setup.py', 'setup.cfg']) {
    const range = /python_requires\s*=\s*["']?([^"'\n,]+(?:,[^"'\n]+)?)/.exec(place.text(file) ?? '')?.[1]
    if (range !== undefined)
      return { text: range.trim(), proof: place.proof(file, `python_requires ${range.trim()}`, 'python_requires') }
  }
  return undefined
}

function condaVersion(place: Place): Pin | undefined {
  const file = place.pick('environment.yml', 'environment.yaml')
  const version =
    file === undefined ? undefined : /^\s*-\s*python\s*[=~><]+\s*([\d.]+)/m.exec(place.text(file) ?? '')?.[1]
  return file === undefined || version === undefined
    ? undefined
    : { text: version, proof: place.proof(file, `python ${version}`, /^\s*-\s*python\s*[=~><]/m) }
}

const minors = [8, 9, 10, 11, 12, 13, 14] as const
const preferred = [11, 12, 13, 14, 10, 9, 8, 7, 6]

/** `3.11.9`, `python-3.11.9`, `3.11` → 3.11; a range → the version to take from it; `3` and `latest` → 3.11. Null: none can be told. */
function concrete(pin: string): string | null {
  const plain = pin.replace(/^(?:c?python|pypy)-?/i, '').trim()
  const exact = /^v?(\d)\.(\d{1,2})(?:\.(?:\d+|x|\*))?(?:[-+.\w]*)$/.exec(plain)
  if (exact) return `${exact[1]}.${exact[2]}`
  if (/^3(?:\.[x*])?$/.test(plain)) return '3.11'
  const range = toRange(plain)
  if (range === null) return null
  const minor = preferred.find((one) => inRange(one, range))
  return minor === undefined ? null : `3.${minor}`
}

/** Python's `>=3.9,<4.0`, `~=3.11`, `==3.12.*` and Poetry's `^3.9` as a range of semver. */
function toRange(text: string): string | null {
  const range = text
    .replace(/~=\s*(\d+)\.(\d+)(?!\.)/g, '^$1.$2')
    .replace(/~=\s*/g, '~')
    .replace(/={2,3}\s*/g, '')
    .replace(/\.\*/g, '')
    .replace(/!=\s*[\d.]+,?/g, '')
    .replaceAll(',', ' ')
  return validRange(range)
}

// A minor version is in a range when any of its patches can be.
function inRange(minor: number, range: string): boolean {
  return intersects(`~3.${minor}.0`, range)
}

function agrees(text: string, version: string): boolean {
  const exact = concrete(text)
  if (exact === version || /^3(?:\.[x*])?$/.test(text.trim())) return true
  const range = /[<>=^~]/.test(text) ? toRange(text) : null
  const minor = minors.find((one) => `3.${one}` === version)
  return range !== null && minor !== undefined && inRange(minor, range)
}
