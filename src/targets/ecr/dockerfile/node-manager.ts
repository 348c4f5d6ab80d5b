import type { App } from '../../../model.ts'
import { shellWord } from '../../../render/shell.ts'

/** How a package manager of the Node world is set up, used and slimmed down inside an image. */
export interface NodeManager {
  /** Lines for the base stage that bring the manager into the image; empty where the image has it. */
  readonly setup: readonly string[]
  /** Lockfiles and settings beside `package.json`; a missing one is no error with `COPY --parents`. */
  readonly manifests: readonly string[]
  readonly install: string
  /** Folder outside the project that the manager keeps downloads in; null where it lies inside. */
  readonly cache: string | null
  /** Removes development dependencies once the build is done. */
  readonly prune: string
}

/** The manager of an app, with the frozen install where there is a lockfile. */
export function nodeManager(app: App, major: number): NodeManager {
  const name = app.packageManager?.name ?? 'npm'
  const version = app.packageManager?.version ?? null
  const frozen = app.lockfile !== null
  if (name === 'pnpm') return pnpm(version ?? '10', frozen, app.workspace !== null, major)
  if (name === 'bun') return bun(version ?? '1', frozen)
  if (name !== 'yarn') return npm(frozen)
  const berry = version === null ? (app.install ?? '').includes('--immutable') : !version.startsWith('1')
  return berry ? yarnBerry(app, version, frozen, major) : yarnClassic(frozen, major)
}

function npm(frozen: boolean): NodeManager {
  return {
    setup: [],
    manifests: ['package-lock.json', 'npm-shrinkwrap.json', '.npmrc'],
    install: frozen ? 'npm ci' : 'npm install',
    cache: '/root/.npm',
    prune: 'npm prune --omit=dev',
  }
}

function pnpm(version: string, frozen: boolean, workspace: boolean, major: number): NodeManager {
  return {
    setup: corepack(`pnpm@${version}`, major),
    manifests: ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', '.pnpmfile.cjs'],
    install: `pnpm install ${frozen ? '--frozen-lockfile' : '--no-frozen-lockfile'} --store-dir=/pnpm/store`,
    cache: '/pnpm/store',
    // `pnpm prune` does not reach the packages of a workspace: install again without development dependencies, keep no leftovers
    prune: workspace
      ? 'CI=true pnpm install --prod --frozen-lockfile --ignore-scripts --store-dir=/pnpm/store --config.modules-cache-max-age=0'
      : 'CI=true pnpm prune --prod --ignore-scripts',
  }
}

function yarnClassic(frozen: boolean, major: number): NodeManager {
  return {
    setup: major >= 25 ? corepack('yarn@1.22.22', major) : [],
    manifests: ['yarn.lock', '.yarnrc', '.npmrc'],
    install: `yarn install${frozen ? ' --frozen-lockfile' : ''} --cache-folder /root/.yarn-cache`,
    cache: '/root/.yarn-cache',
    prune:
      'yarn install --frozen-lockfile --production --ignore-scripts --prefer-offline --cache-folder /root/.yarn-cache',
  }
}

function yarnBerry(app: App, version: string | null, frozen: boolean, major: number): NodeManager {
  const focus = version === null || Number.parseInt(version, 10) >= 4
  const only = app.workspace?.packageName ? ` ${shellWord(app.workspace.packageName)}` : ''
  return {
    setup: [
      ...corepack(version === null ? null : `yarn@${version}`, major),
      "# Plug'n'Play loads packages from this cache at run time: it must lie inside the project",
      'ENV YARN_ENABLE_GLOBAL_CACHE=0',
    ],
    manifests: ['yarn.lock', '.yarnrc.yml', '.yarn', '.pnp.cjs', '.pnp.loader.mjs'],
    install: frozen ? 'yarn install --immutable' : 'yarn install',
    cache: null,
    // `focus` is built in from Yarn 4 on. With node_modules the cache is not needed any more
    prune: `${focus ? `yarn workspaces focus${only} --production && ` : ''}if [ -d node_modules ]; then rm -rf .yarn/cache; fi`,
  }
}

function bun(version: string, frozen: boolean): NodeManager {
  const install = frozen ? 'bun install --frozen-lockfile' : 'bun install'
  return {
    setup: [`COPY --from=oven/bun:${version} /usr/local/bin/bun /usr/local/bin/bun`],
    manifests: ['bun.lock', 'bun.lockb', 'bunfig.toml', '.npmrc'],
    install,
    cache: '/root/.bun/install/cache',
    prune: `find . -name node_modules -prune -exec rm -rf {} + && ${install} --production --ignore-scripts`,
  }
}

/** Node 25 and newer bring no Corepack: https://nodejs.org/api/corepack.html (2025-10). */
function corepack(spec: string | null, major: number): readonly string[] {
  const prepare = spec === null ? '' : ` \\\n && corepack prepare ${spec} --activate`
  return [
    '# One folder for all users, so that the unprivileged user finds the package manager at run time',
    'ENV COREPACK_HOME=/usr/local/share/corepack COREPACK_ENABLE_DOWNLOAD_PROMPT=0',
    `RUN ${major >= 25 ? 'npm install --global corepack \\\n && ' : ''}corepack enable${prepare}`,
  ]
}
