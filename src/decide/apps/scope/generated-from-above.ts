import { first } from '../../../detect/finding.ts'
import { record, text } from '../../../detect/json.ts'
import { pathFrom } from '../../../detect/path-from.ts'
import type { Place } from '../../../detect/place.ts'
import type { App } from '../../../model.ts'
import type { Draft, ScopeRule } from '../draft.ts'
import { isBelow } from './folders.ts'

/**
 * A site whose generator is run by the package above it (`hugo --source site` in the script `build`) is one app with that
 * package, which prepares what the generator reads.
 */
export const generatedFromAbove: ScopeRule = {
  id: 'generated-from-above',
  apply(drafts) {
    const pairs = drafts.flatMap((site) => {
      const above = drafts.find((other) => builds(other, site))
      return above ? [{ site, above }] : []
    })
    return drafts.flatMap((draft) => {
      if (pairs.some(({ site }) => site === draft)) return []
      const pair = pairs.find(({ above }) => above === draft)
      return [pair ? joined(pair.above, pair.site) : draft]
    })
  },
}

const generators = /\b(?:hugo|zola|mdbook|jekyll|mkdocs|eleventy|pelican)\b/

function builds(above: Draft, site: Draft): boolean {
  if (above.app !== null || site.app?.kind !== 'static' || site.app.language === 'node') return false
  if (!isBelow(site.place.root, above.place.root) || !first(above.findings, 'build')?.value) return false
  const folder = pathFrom(above.place.root, site.place.root).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const script = scriptsOf(above.place)
  return generators.test(script) && new RegExp(`(?:^|[\\s="'/])${folder}(?:$|[\\s"'/&;])`).test(script)
}

/** What the script `build` runs, with the scripts that it calls. */
function scriptsOf(place: Place): string {
  const scripts = record(record(place.json('package.json')).scripts)
  const build = text(scripts.build) ?? ''
  const called = [...build.matchAll(/(?:npm|yarn|pnpm|bun) (?:run )?([\w:.-]+)/g)].flatMap(
    ([, name = '']) => text(scripts[name]) ?? [],
  )
  return [build, ...called].join('\n')
}

function joined(above: Draft, { app: site, place }: Draft): Draft {
  if (!site) return above
  const folder = pathFrom(above.place.root, place.root)
  const install = first(above.findings, 'install')
  const build = first(above.findings, 'build')
  const proof = build?.proof[0]
  const whole: App = {
    ...site,
    root: above.place.root,
    packageManager: first(above.findings, 'packageManager')?.value ?? site.packageManager,
    lockfile: first(above.findings, 'lockfile')?.value ?? site.lockfile,
    // The package's own runtime runs its scripts; the generator's version is among what the app needs.
    runtime: first(above.findings, 'runtime')?.value ?? site.runtime,
    install: install?.value ?? site.install,
    build: build?.value ?? site.build,
    output: site.output === null ? null : `${folder}/${site.output}`,
    evidence: proof ? [...site.evidence, { ...proof, id: '' }] : site.evidence,
  }
  return { ...above, app: whole, notAnApp: null }
}
