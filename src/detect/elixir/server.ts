import type { Detector } from '../detector.ts'
import { buildFor } from '../docker/owner.ts'
import { type Finding, find, type Proof, usualPort } from '../finding.ts'
import { record } from '../json.ts'
import { lineOf, type Place } from '../place.ts'
import { managedVersion, type Pin, versionFile, versionManagerReads } from '../version-files.ts'
import { appOf, otherReleases, releasesOf, umbrellaAbove, umbrellaApps } from './umbrella.ts'

const frameworks = [
  { id: 'phoenix', dependency: 'phoenix', kind: 'server', port: 4000 },
  { id: 'plug', dependency: 'plug_cowboy', kind: 'server', port: 4000 },
  { id: 'plug', dependency: 'bandit', kind: 'server', port: 4000 },
  { id: 'nostrum', dependency: 'nostrum', kind: 'worker', port: null },
  { id: 'ex_gram', dependency: 'ex_gram', kind: 'worker', port: null },
] as const

type ElixirFramework = (typeof frameworks)[number]

const configs = ['config/runtime.exs', 'config/prod.exs', 'config/releases.exs', 'config/config.exs']

/** Elixir servers and bots by their mix.exs. */
export const elixirServer: Detector = {
  id: 'elixir-server',
  stack: 'elixir',
  reads: ['mix.exs', 'rel/config.exs', 'assets/package.json', '.elixir-version', ...configs, ...versionManagerReads],
  find(place) {
    const mix = place.text('mix.exs')
    const used = mix === undefined ? null : frameworkOf(place, mix)
    if (mix === undefined || !used || /^\s*package: package\(\)/m.test(mix)) return []
    const { framework, proof } = used
    if (umbrellaAbove(place)) return [find('notAnApp', 'part', proof)]
    const { id, kind } = framework
    return [
      find('language', 'elixir', proof),
      find('framework', { id, kind, major: null, spa: false }, proof),
      find('packageManager', { name: 'mix', version: null }, proof),
      ...(place.has('mix.lock') ? [find('lockfile', place.at('mix.lock'), place.proof('mix.lock', 'mix.lock'))] : []),
      find('install', 'mix deps.get --only prod', proof),
      ...version(place, mix),
      ...commands(place, mix, framework, proof),
      ...otherReleases(place, mix),
      ...(kind === 'server' ? port(place, framework, proof) : []),
    ]
  },
}

interface Used {
  readonly framework: ElixirFramework
  readonly proof: Proof
}

/** The framework among the dependencies of a project, or of the apps of an umbrella. */
function frameworkOf(place: Place, mix: string): Used | null {
  const texts = [{ name: 'mix.exs', text: mix }, ...umbrellaApps(place)]
  for (const framework of frameworks)
    for (const { name, text } of texts) {
      const at = text.indexOf(`{:${framework.dependency},`)
      if (at < 0) continue
      const line = /\{:\w+,[^}]*\}/.exec(text.slice(at))?.[0] ?? framework.dependency
      return { framework, proof: place.proof(name, line, `{:${framework.dependency},`) }
    }
  return null
}

/** By the first of: `.tool-versions` or `mise.toml`, `.elixir-version`, the Dockerfile, the range in mix.exs (its lowest version). */
function version(place: Place, mix: string): readonly Finding[] {
  const facts = buildFor(place)?.facts
  const runtime = facts?.runtime?.name === 'elixir' ? facts.runtime : null
  const range = [mix, ...umbrellaApps(place).map(({ text }) => text)]
    .map((text) => /^\s*elixir:\s*"([^"]+)"/m.exec(text)?.[1])
    .find((one) => one)
  const pins: readonly (Pin | undefined)[] = [
    managedVersion(place, ['elixir']),
    versionFile(place, '.elixir-version'),
    runtime && facts
      ? { text: runtime.version, proof: { path: facts.path, line: runtime.line, says: `FROM ${runtime.base}` } }
      : undefined,
    range === undefined ? undefined : { text: range, proof: place.proof('mix.exs', `elixir: "${range}"`, 'elixir:') },
  ]
  for (const pin of pins) {
    const found = /(\d+\.\d+)/.exec(pin?.text ?? '')?.[1]
    if (pin && found !== undefined)
      return [find('runtime', { name: 'elixir', version: found, from: pin.proof.path }, pin.proof)]
  }
  return []
}

// Phoenix calls its task phx.server since 1.3; a release is what the project prepares where it has rel/ or `releases:`.
function commands(place: Place, mix: string, { id, dependency }: ElixirFramework, proof: Proof): readonly Finding[] {
  const release = releasesOf(place, mix).find(({ web }) => web)
  const distilled = /^\s*release :(\w+) do/m.exec(place.text('rel/config.exs') ?? '')?.[1]
  const app = release?.name ?? distilled ?? appOf(mix)
  const old = /\{:phoenix,\s*"~> 1\.[0-2](?:\.|")/.test(mix)
  const assets = assetSteps(place, mix)
  const releases = place.repository.folder(place.at('rel')) !== undefined || /^\s*releases:/m.test(mix)
  // One of several releases is named, and compiled with it.
  const named = release && releasesOf(place, mix).length > 1 ? ` ${release.name}` : ''
  const steps = releases && named === '' ? 'MIX_ENV=prod mix compile && ' : ''
  const build = releases ? `${steps}${assets}MIX_ENV=prod mix release${named}` : `${assets}MIX_ENV=prod mix compile`
  const served =
    id === 'phoenix' ? `MIX_ENV=prod mix ${old ? 'phoenix.server' : 'phx.server'}` : 'MIX_ENV=prod mix run --no-halt'
  const own = place.has('rel/overlays/bin/server')
    ? `_build/prod/rel/${app}/bin/server`
    : `_build/prod/rel/${app}/bin/${app} start`
  return [
    find('build', build, { ...proof, says: place.texts.seen.builds(dependency) }),
    find('start', releases ? own : served, proof),
  ]
}

/** The alias of Phoenix 1.6 and later; before it, the script of `assets/package.json` and the digest of what it makes. */
function assetSteps(place: Place, mix: string): string {
  const texts = [{ name: 'mix.exs', text: mix }, ...umbrellaApps(place)]
  if (texts.some(({ text }) => /"assets\.deploy"/.test(text))) return 'MIX_ENV=prod mix assets.deploy && '
  for (const { name } of texts) {
    const folder = `${name.slice(0, -'mix.exs'.length)}assets`
    const scripts = record(record(place.json(`${folder}/package.json`)).scripts)
    const script = ['deploy', 'build'].find((one) => Object.hasOwn(scripts, one))
    if (script === undefined) continue
    const install = ['package-lock.json', 'npm-shrinkwrap.json'].some((lock) => place.has(`${folder}/${lock}`))
      ? 'ci'
      : 'install'
    return `npm ${install} --prefix ${folder} && npm run ${script} --prefix ${folder} && MIX_ENV=prod mix phx.digest && `
  }
  return ''
}

const plain =
  /System\.get_env\("PORT"\)\s*\|\|\s*"(\d{2,5})"|System\.get_env\("PORT",\s*"(\d{2,5})"\)|env!?\("PORT",\s*:integer[!?]?,\s*(\d{2,5})\)/

function port(place: Place, framework: ElixirFramework, proof: Proof): readonly Finding[] {
  for (const name of configs) {
    const text = place.text(name) ?? ''
    const match = plain.exec(text)
    const says = match?.[0] ?? /\{:system, "PORT"\}|System\.(?:get_env|fetch_env!)\("PORT"\)/.exec(text)?.[0]
    if (says === undefined) continue
    const found = { path: place.at(name), line: lineOf(text, says), says }
    const digits = match?.slice(1).find((one) => one)
    return [...(digits === undefined ? [] : [find('port', Number(digits), found)]), find('honoursPort', true, found)]
  }
  return framework.port === null
    ? []
    : [
        usualPort(framework.port, {
          ...proof,
          says: place.texts.seen.listensUnlessTold(framework.id, framework.port),
        }),
      ]
}
