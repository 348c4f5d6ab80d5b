import type { App } from '../../model.ts'
import { privatePackages } from '../../render/private-packages.ts'
import { hugoCommand } from '../../render/setup/hugo.ts'
import { defaultNode, managerCommands } from '../../render/setup/node.ts'
import { gatherCommands } from './bare-site.ts'
import { isNitro, needsCompute, specificationFolder } from './hosting.ts'
import { ownVariables } from './variables.ts'

/** Node versions in Amplify's build image; others are downloaded. */
const inImage: ReadonlySet<string> = new Set(['20', '22', '24'])

/** Shell commands before the build: the runtime, the package manager, the dependencies. They share one shell. */
export function installCommands(app: App): readonly string[] {
  return [
    ...runtimeCommands(app),
    ...(app.language === 'node' ? managerCommands(app) : []),
    ...inSubshell(withCaches(app)),
  ]
}

/** Shell commands that leave the site in its folder. */
export function buildCommands(app: App): readonly string[] {
  const preset = needsCompute(app) && isNitro(app) ? ['export NITRO_PRESET=aws_amplify'] : []
  return [...serverVariables(app), ...preset, ...inSubshell(app.build), ...afterBuild(app), ...gatherCommands(app)]
}

function runtimeCommands(app: App): readonly string[] {
  if (app.framework === 'hugo')
    return [hugoCommand(app), ...(app.needs.includes('go') ? ['sudo dnf install -y golang'] : [])]
  if (app.language === 'node') return [nodeCommand(app)]
  if (app.language === 'python') return pythonCommands(app)
  return app.language === 'ruby' ? rubyCommands : []
}

/** Server code runs on the major that built it, and Amplify refuses what is older than 20. */
function nodeVersion(app: App): string {
  const pinned = app.runtime?.name === 'node' ? app.runtime.version : defaultNode
  return needsCompute(app) && Number(pinned) < 20 ? '22' : pinned
}

function nodeCommand(app: App): string {
  const version = nodeVersion(app)
  return inImage.has(version) ? `nvm use ${version}` : `nvm install ${version}`
}

/** The image has an older Python 3; a pinned one comes from Amazon Linux's packages. */
function pythonCommands(app: App): readonly string[] {
  const version = app.runtime && app.runtime.from !== 'default' ? app.runtime.version : ''
  const pinned = /^3\.\d+$/.test(version)
  return [
    ...(pinned ? [`command -v python${version} || sudo dnf install -y python${version} python${version}-pip`] : []),
    `python3${pinned ? version.slice(1) : ''} -m venv .venv`,
    '. .venv/bin/activate',
  ]
}

const rubyCommands: readonly string[] = [
  'command -v bundle || sudo dnf install -y ruby3.2 ruby3.2-devel ruby3.2-rubygem-bundler gcc-c++ make',
]

/** The install command, with downloads kept in a folder that Amplify can cache (it caches nothing outside the app's folder). */
function withCaches(app: App): string | null {
  const { install } = app
  if (install === null || app.language !== 'node') return install
  const here = app.workspace === null && app.lockfile !== null
  if (install === 'npm ci' && app.lockfile !== null) return 'npm ci --cache .npm --prefer-offline'
  if (install === 'yarn install --frozen-lockfile' && here) return `${install} --cache-folder .yarn-cache`
  if (app.packageManager?.name !== 'pnpm') return install
  const flags = [
    ...(app.workspace !== null || needsCompute(app) ? ['--config.node-linker=hoisted'] : []),
    ...(here ? ['--store-dir .pnpm-store'] : []),
  ]
  return flags.length === 0 ? install : install.replace(/\bpnpm (install|i)\b/, `pnpm install ${flags.join(' ')}`)
}

/** A command that changes its folder must not take the next ones along. */
function inSubshell(command: string | null): readonly string[] {
  if (command === null) return []
  return [/(^|[;&|]\s*)cd\s/.test(command) ? `(${command})` : command]
}

/**
 * Amplify's variables exist during the build only; Next.js and Astro read them from a file at run time.
 * https://docs.aws.amazon.com/amplify/latest/userguide/ssr-environment-variables.html (2026-11)
 */
export function serverVariables(app: App): readonly string[] {
  const names = ownVariables(app).filter(
    (name) => !name.startsWith('NEXT_PUBLIC_') && !privatePackages.isToken(app, name),
  )
  const file = { next: '.env.production', astro: '.env' }[app.framework ?? '']
  if (!needsCompute(app) || names.length === 0 || !file) return []
  return [`env | grep -E '^(${names.join('|')})=' >> ${file} || true`]
}

/** What the adapters leave to the build: https://github.com/alexnguyennz/astro-aws-amplify, https://github.com/gzimbron/amplify-adapter (2026-11). */
function afterBuild(app: App): readonly string[] {
  if (!needsCompute(app)) return []
  const folder = specificationFolder(app)
  return [...serverPackages(app, folder), ...(folder === null ? [] : serverRuntime(app, folder))]
}

function serverPackages(app: App, folder: string | null): readonly string[] {
  if (app.framework === 'astro')
    return [
      `mv node_modules ${folder}/compute/default`,
      ...(serverVariables(app).length > 0 ? [`cp .env ${folder}/compute/default/.env`] : []),
    ]
  return app.framework === 'sveltekit' ? [`(cd ${folder}/compute/default && npm install --omit=dev)`] : []
}

/**
 * Nitro and the adapters ask for a Node of their own choice, whatever Node has built the app:
 * https://github.com/nitrojs/nitro/blob/main/src/presets/aws-amplify/utils.ts (2026-11).
 */
function serverRuntime(app: App, folder: string): readonly string[] {
  const version = nodeVersion(app)
  if (!inImage.has(version)) return []
  return [`sed -i 's/"nodejs[0-9]*\\.x"/"nodejs${version}.x"/' ${folder}/deploy-manifest.json`]
}
