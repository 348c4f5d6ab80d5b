import { manifestOf } from '../node/manifest.ts'
import type { Place } from '../place.ts'
import { basics } from './defined.ts'
import type { Definition } from './definition.ts'

interface Foreign {
  readonly id: string
  /** The file that settles it. */
  readonly file: string
  readonly holds: RegExp
  readonly says: 'architect' | 'azure' | 'cloudflare'
}

const all: readonly Foreign[] = [
  { id: 'architect', file: 'app.arc', holds: /^@app/m, says: 'architect' },
  {
    id: 'azure-functions',
    file: 'host.json',
    holds: /"(extensionBundle|logging|version)"/,
    says: 'azure',
  },
]

const others = ['wrangler.toml', 'wrangler.json', 'wrangler.jsonc']

/** Functions of other providers, and of tools that deploy by themselves: named, and left to their own tool. */
export const foreign: Definition = {
  id: 'foreign-functions',
  reads: [...all.map(({ file }) => file), ...others],
  find(place, known) {
    const found = all.find(({ file, holds }) => place.has(file) && holds.test(place.text(file) ?? '')) ?? worker(place)
    if (!found || known.some(({ topic, value }) => topic === 'framework' && typeof value === 'object' && isSite(value)))
      return null
    const proof = place.proof(found.file, place.texts.seen[found.says], found.holds)
    const language = place.has('package.json') ? 'node' : place.has('requirements.txt') ? 'python' : null
    const id = (found.id === 'cloudflare-workers' ? routerOf(place) : null) ?? found.id
    return { tools: language, findings: basics({ id, definition: place.at(found.file), language }, proof) }
  },
}

/** The framework that a Worker is written with; null: none that has a name of its own. */
function routerOf(place: Place): string | null {
  const manifest = manifestOf(place)
  return ['hono', 'elysia', 'itty-router', 'h3'].find((name) => manifest?.dependencies.has(name)) ?? null
}

/** A Cloudflare Worker with code of its own; settings that only publish a folder are hosting, not an app. */
function worker(place: Place): Foreign | null {
  const file = place.pick(...others)
  const text = file === undefined ? '' : (place.text(file) ?? '')
  const scripts = [...(manifestOf(place)?.scripts.values() ?? [])]
  const isNamed = scripts.some((line) =>
    /\bwrangler (?:dev|deploy|publish)\b[^&|;]*\s[\w./-]+\.[cm]?[jt]sx?\b/.test(line),
  )
  if (
    !file ||
    !(isNamed || /^\s*"?main"?\s*[=:]/m.test(text)) ||
    /^\s*\[site\]|^\s*bucket\s*=|"?assets"?\s*[\]:=]/m.test(text)
  )
    return null
  return { id: 'cloudflare-workers', file, holds: /main|name/, says: 'cloudflare' }
}

const isSite = (value: object) => 'kind' in value && (value.kind === 'static' || value.kind === 'ssr')
