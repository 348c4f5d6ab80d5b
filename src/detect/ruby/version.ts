import type { Finding } from '../finding.ts'
import type { Place } from '../place.ts'
import { imagePin, runtimeFindings } from '../runtime-pin.ts'
import { managedVersion, type Pin, versionFile, versionManagerReads } from '../version-files.ts'

export const rubyVersionReads: readonly string[] = ['.ruby-version', 'Gemfile.lock', ...versionManagerReads]

/** The version of Ruby by the first of: `.ruby-version`, the Gemfile, `Gemfile.lock`, `.tool-versions` or `mise.toml`, the Dockerfile. */
export function rubyVersion(place: Place): readonly Finding[] {
  const pins = [
    versionFile(place, '.ruby-version'),
    gemfile(place, exact),
    locked(place),
    gemfile(place, /./),
    managedVersion(place, ['ruby']),
    imagePin(place, 'ruby'),
  ].flatMap((pin) => {
    const version = /(\d+\.\d+)/.exec(pin?.text ?? '')?.[1]
    return pin && version !== undefined ? [{ ...pin, version }] : []
  })
  const [pin] = pins
  if (!pin) return []
  const clash = pins.find(({ text, version }) => version !== pin.version && !/[<>]=?/.test(text.replace('~>', '')))
  return runtimeFindings('ruby', pin, place, clash)
}

// A range in the Gemfile says less than the version that is locked.
const exact = /^(?:~>\s*)?\d/

function gemfile(place: Place, form: RegExp): Pin | undefined {
  const [line, version] = /^\s*ruby\s+["']([^"']+)["']/m.exec(place.text('Gemfile') ?? '') ?? []
  return version === undefined || line === undefined || !form.test(version)
    ? undefined
    : { text: version, proof: place.proof('Gemfile', line.trim(), line.trim()) }
}

function locked(place: Place): Pin | undefined {
  const version = /^RUBY VERSION\n\s+ruby (\S+)/m.exec(place.text('Gemfile.lock') ?? '')?.[1]
  return version === undefined
    ? undefined
    : { text: version, proof: place.proof('Gemfile.lock', `ruby ${version}`, 'RUBY VERSION') }
}
