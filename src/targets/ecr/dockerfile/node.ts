import type { App } from '../../../model.ts'
import { privatePackages } from '../../../render/private-packages.ts'
import { argumentList, portOf } from '../../start-command.ts'
import { type NodeManager, nodeManager } from './node-manager.ts'
import {
  apt,
  asUser,
  bashCheck,
  blocks,
  type Cook,
  execForm,
  expose,
  folderInContext,
  healthCheck,
  plainHealthPath,
  portVariable,
  systemPackages,
} from './recipe.ts'

/** Frameworks whose build leaves a server in `.output` that needs no other file. */
const selfContained = new Set(['nuxt', 'nitro', 'tanstack-start', 'solid-start', 'solidstart', 'analog'])

const defaultMajor = 24

/** Node servers with npm, pnpm, Yarn or Bun, alone or as a member of a workspace; Bun servers on Bun itself. */
export const node: Cook = (app) => {
  const start = startOf(app)
  if (start === null) return { ok: false, because: ({ ecr }) => ecr.noStart }
  const major = Number.parseInt(app.runtime?.version ?? '', 10) || defaultMajor
  const onBun = app.runtime?.name === 'bun' || /^bunx? /.test(start)
  const manager = nodeManager(app, major)
  return { ok: true, dockerfile: text(app, start, manager, base(app, major, onBun)), ignore: ignore(app) }
}

interface Base {
  readonly image: string
  readonly user: string
  readonly check: string | false
  readonly bun: boolean
}

function base(app: App, major: number, bun: boolean): Base {
  const port = portOf(app)
  if (bun) {
    const version = (app.runtime?.name === 'bun' ? app.runtime.version : app.packageManager?.version) ?? '1'
    return { image: `oven/bun:${version}-slim`, user: 'bun', check: httpCheck(app, 'bun'), bun }
  }
  const suite = major >= 20 ? 'trixie' : major >= 16 ? 'bookworm' : 'bullseye'
  const check = major >= 18 ? httpCheck(app, 'node') : bashCheck(port)
  return { image: `node:${major}-${suite}-slim`, user: 'node', check, bun }
}

function httpCheck(app: App, program: string): string | false {
  const path = plainHealthPath(app)
  const url = `http://127.0.0.1:${portOf(app)}${path ?? '/'}`
  const well = path ? 'r.ok' : 'r.status < 500'
  const script = `fetch('${url}').then((r) => process.exit(${well} ? 0 : 1), () => process.exit(1))`
  return healthCheck(portOf(app), [program, '-e', script])
}

function text(app: App, start: string, manager: NodeManager, image: Base): string {
  const folder = folderInContext(app)
  const here = folder === '.' ? '/app' : `/app/${folder}`
  const port = portOf(app)
  const whole = !selfContained.has(app.framework ?? '')
  return blocks(
    [`FROM ${image.image} AS base`, apt(packages(app)), ...(image.bun ? [] : manager.setup), 'WORKDIR /app'],
    [
      'FROM base AS build',
      ...installLines(app, manager),
      ...(app.build === null
        ? []
        : [folder !== '.' && `WORKDIR ${here}`, `RUN ${app.build}`, folder !== '.' && 'WORKDIR /app']),
      whole && `RUN ${secrets(app)}${mount(manager)}${manager.prune}`,
    ],
    [
      'FROM base',
      `ENV NODE_ENV=production${portVariable(app, start)}`,
      ...(whole
        ? [`COPY --from=build ${owner(app, image)}/app ./`, folder !== '.' && `WORKDIR ${here}`]
        : [`COPY --from=build ${here}/.output ./.output`]),
      localPrograms(start, here),
      asUser(image.user, port),
      expose(port),
      image.check,
      `CMD ${execForm(argumentList(start))}`,
    ],
  )
}

/** Next.js writes its image cache beside the code; everything else stays read-only for the process. */
function owner(app: App, image: Base): string {
  return app.framework === 'next' ? `--chown=${image.user}:${image.user} ` : ''
}

/** Everything first where an install script of the repository reads its files; else the manifests first, for the layer cache. */
function installLines(app: App, manager: NodeManager): readonly string[] {
  const install = `RUN ${secrets(app)}${mount(manager)}${manager.install}`
  if (app.needs.includes('install script')) {
    return [
      '# An install script of the repository needs its files, so all of them come before the install',
      'COPY . .',
      install,
    ]
  }
  return [
    '# What decides about the dependencies comes first: they are installed again only when it changes',
    `COPY --parents ${manifests(app, manager).join(' ')} ./`,
    install,
    'COPY . .',
  ]
}

/** Tokens of private registries are there for one step and stay in no layer. */
function secrets(app: App): string {
  const names = Object.keys(privatePackages.env(app))
  return names.map((name) => `--mount=type=secret,id=${name},env=${name} \\\n    `).join('')
}

function mount(manager: NodeManager): string {
  return manager.cache === null ? '' : `--mount=type=cache,target=${manager.cache} \\\n    `
}

/** Manifests of every package of a workspace, and what install scripts commonly read: `COPY --parents` skips what is not there. */
/** Programs of packages (`next start`) are found as npm scripts find them. */
function localPrograms(start: string, here: string): string | false {
  const known = /^(?:node|npm|npx|pnpm|yarn|bun|bunx|deno|sh|\.\/|\/)/.test(start)
  return !known && `ENV PATH=${here === '/app' ? '' : `${here}/node_modules/.bin:`}/app/node_modules/.bin:$PATH`
}

function manifests(app: App, manager: NodeManager): readonly string[] {
  const tools = { turbo: ['turbo.json'], nx: ['nx.json'], lerna: ['lerna.json'], rush: ['rush.json'] }
  const workspace = app.workspace
  return [
    'package.json',
    ...manager.manifests,
    ...(workspace?.tool ? tools[workspace.tool] : []),
    ...(workspace ? ['**/package.json', '**/prisma/schema.prisma'] : ['prisma']),
    'patches',
  ]
}

/** Nitro's server lies in `.output`, whatever the start script of development says. */
function startOf(app: App): string | null {
  if (selfContained.has(app.framework ?? '')) {
    return app.start?.includes('.output/server/') ? app.start : 'node .output/server/index.mjs'
  }
  const berry = app.packageManager?.name === 'yarn' && /^[2-9]/.test(app.packageManager.version ?? '')
  return berry && app.start?.startsWith('node ') ? `yarn ${app.start}` : app.start
}

/** Prisma's engine loads OpenSSL, which slim images leave out. */
function packages(app: App): readonly string[] {
  const prisma = [app.build, app.start, ...app.needs].some((text) => text?.includes('prisma'))
  return [...systemPackages(app), ...(prisma ? ['openssl', 'ca-certificates'] : [])]
}

function ignore(app: App): readonly string[] {
  // The folder of a server's build (`lib`, `out`) may have the name of a folder of sources elsewhere.
  const hasPages = app.kind === 'static' || app.kind === 'ssr'
  const output = !hasPages || app.output === null || app.build === null ? [] : [`**/${app.output}`]
  return ['**/node_modules', '**/.next', '**/.nuxt', '**/.output', '**/.turbo', '**/coverage', ...output]
}
