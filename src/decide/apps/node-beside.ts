import { all, first, type Proof } from '../../detect/finding.ts'
import { ignoresAssets } from '../../detect/php/views.ts'
import { gemsAt } from '../../detect/ruby/gems.ts'
import type { App } from '../../model.ts'
import type { Texts } from '../../text.ts'
import type { Draft } from './draft.ts'

/**
 * What a package.json means beside a program of another toolchain: its `build` script builds the assets that a server
 * serves; a site generator's build needs its packages.
 */
export function withNodeBeside(draft: Draft): Draft {
  const { app, beside, stack, place } = draft
  if (!app || stack === 'node' || app.framework === null || app.framework === 'plain-html') return draft
  if (app.language === 'php' && ignoresAssets(place)) return draft
  if (app.language === 'ruby') return { ...draft, app: withRubyPackages(app, draft) }
  return { ...draft, app: app.kind === 'static' ? withPackages(app, beside) : withAssets(app, place.texts, beside) }
}

function nodeOf(beside: Draft['beside']) {
  const node = beside.filter((finding) => finding.stack === 'node')
  return { node, install: first(node, 'install'), build: first(node, 'build') }
}

function withAssets(app: App, { apps: texts }: Texts, beside: Draft['beside']): App {
  const { install, build } = nodeOf(beside)
  // The asset tasks of Phoenix run the script by themselves.
  if (app.language === 'elixir' || !install?.value || !build?.value) return app
  const assets = `${install.value} && ${build.value}`
  const says = texts.assetsScript(app.language)
  const whole = app.build === null ? assets : `${assets} && ${app.build}`
  // The managed runtimes bring one language each.
  const imageOnly = [...app.imageOnly, texts.pagesWithNode]
  return proven({ ...app, build: whole, imageOnly }, { ...build.proof[0], says })
}

const bundlers = ['vite_rails', 'vite_ruby', 'jsbundling-rails', 'cssbundling-rails', 'webpacker', 'shakapacker']

// The asset pipeline of Rails runs the script by itself, and takes the packages as they are installed.
function withRubyPackages(app: App, { place, beside }: Draft): App {
  if (app.kind === 'static') return withPackages(app, beside)
  const { install } = nodeOf(beside)
  const gem = bundlers.map((name) => gemsAt(place)?.get(name)).find((proof) => proof)
  if (!gem || !install?.value || app.install === null) return app
  return proven({ ...app, install: `${app.install} && ${install.value}` }, gem)
}

function withPackages(app: App, beside: Draft['beside']): App {
  const { node, install } = nodeOf(beside)
  if (!install?.value || app.install !== null) return app
  const packageManager = first(node, 'packageManager')?.value ?? app.packageManager
  const lockfile = first(node, 'lockfile')?.value ?? app.lockfile
  // Node runs the packages; the generator's own version is among what the app needs.
  const runtime = first(node, 'runtime')?.value ?? app.runtime
  const remarks = [...app.remarks, ...all(node, 'remark').map(({ value }) => value)]
  return proven({ ...app, install: install.value, packageManager, lockfile, runtime, remarks }, install.proof[0])
}

function proven(app: App, proof: Proof): App {
  return { ...app, evidence: [...app.evidence, { ...proof, id: '' }] }
}
