import { intersects, validRange } from 'semver'
import { get, text } from '../json.ts'
import type { Place } from '../place.ts'
import { imagePin } from '../runtime-pin.ts'
import { managedVersion, type Pin, versionFile } from '../version-files.ts'

/**
 * The version of PHP, major and minor, by the first of: `.php-version`, `.tool-versions` or `mise.toml`, `config.platform.php` of
 * composer.json, the Dockerfile, the range in `require.php`. A range gives the oldest version in it that is still kept up.
 */
export function phpVersion(place: Place): (Pin & { readonly version: string }) | undefined {
  for (const pin of [
    versionFile(place, '.php-version'),
    managedVersion(place, ['php']),
    platform(place),
    imagePin(place, 'php'),
    required(place),
  ]) {
    const version = pin ? concrete(pin.text) : null
    if (pin && version !== null) return { ...pin, version }
  }
  return undefined
}

function platform(place: Place): Pin | undefined {
  const value = text(get(place.json('composer.json'), 'config', 'platform', 'php'))
  return value === null
    ? undefined
    : { text: value, proof: place.proof('composer.json', `platform php ${value}`, '"platform"') }
}

function required(place: Place): Pin | undefined {
  const value = text(get(place.json('composer.json'), 'require', 'php'))
  return value === null
    ? undefined
    : { text: value, proof: place.proof('composer.json', `"php": "${value}"`, /"php"\s*:/) }
}

const minors = ['8.2', '8.3', '8.4', '8.5', '8.1', '8.0', '7.4', '7.3', '7.2', '7.1', '5.6']

function concrete(pin: string): string | null {
  const exact = /^v?(\d\.\d+)(?:\.\d+)?$/.exec(pin.trim())?.[1]
  if (exact !== undefined) return exact
  const range = validRange(
    pin
      .replace(/\|{1,2}/g, '||')
      .replace(/,/g, ' ')
      .replace(/@\w+/g, ''),
  )
  return range === null ? null : (minors.find((minor) => intersects(`~${minor}.0`, range)) ?? null)
}
