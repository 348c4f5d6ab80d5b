import { builds } from '../../../detect/docker/owner.ts'
import type { App } from '../../../model.ts'
import type { Draft, ScopeRule } from '../draft.ts'
import { isBelow, isIn, pathFrom } from './folders.ts'

/**
 * One image that holds several folders: the Dockerfile above them copies the server and the pages it serves, so that these
 * are one app, in the folder of the Dockerfile (case G8).
 */
export const wholeImage: ScopeRule = {
  id: 'whole-image',
  apply(drafts) {
    const merged = drafts.map((draft) => ({ draft, inside: insideOf(draft, drafts) }))
    const gone = new Set(merged.flatMap(({ inside }) => inside))
    return merged.flatMap(({ draft, inside }) => {
      if (gone.has(draft)) return []
      const server = inside.find(isServer)
      return server ? [withServer(draft, server)] : [draft]
    })
  },
}

const isServer = ({ app }: Draft) => app?.kind === 'server' || app?.kind === 'ssr'

// Compiled in the folder of the solution; where the program is interpreted, its own folder is the better root.
const compiled: ReadonlySet<string | null> = new Set(['dotnet', 'java', 'go', 'rust'])

/** The drafts below that the image of this one is made of; none where it is an app by itself. */
function insideOf(draft: Draft, drafts: readonly Draft[]): readonly Draft[] {
  const { app, place } = draft
  if (!app?.dockerfile?.usable || app.framework !== null || app.dockerfile.context !== place.root) return []
  const copied = copiedBy(draft)
  const inside = drafts.filter(
    (other) =>
      other.app && isBelow(other.place.root, place.root) && copied.some((path) => touches(path, other.place.root)),
  )
  const servers = inside.filter(isServer)
  const [server] = servers
  if (servers.length !== 1 || !server?.app) return []
  const pages = inside.some((other) => other.app?.kind === 'static')
  return pages || compiled.has(server.app.language) ? inside : []
}

function copiedBy({ app, place }: Draft): readonly string[] {
  const build = builds(place.repository).find(({ facts }) => facts.path === app?.dockerfile?.path)
  const root = place.root === '.' ? '' : `${place.root}/`
  return (build?.facts.copied ?? []).flatMap(({ source }) =>
    source === '.' ? [] : [`${root}${source.replace(/\/$/, '')}`],
  )
}

const touches = (path: string, folder: string) => isIn(path, folder) || isIn(folder, path)

/** The image's own facts stay; what only the server's folder tells is added. Its install runs from the folder of the image. */
function withServer(draft: Draft, server: Draft): Draft {
  const { app } = draft
  const from = server.app
  if (!app || !from) return draft
  const whole: App = {
    ...app,
    kind: app.kind,
    language: from.language ?? app.language,
    framework: from.framework,
    frameworkMajor: from.frameworkMajor,
    packageManager: from.packageManager,
    lockfile: from.lockfile,
    runtime: app.runtime ?? from.runtime,
    install: into(pathFrom(draft.place.root, server.place.root), from.install),
    build: into(pathFrom(draft.place.root, server.place.root), from.build),
    test: null,
    start: app.start ?? from.start,
    port: app.port ?? from.port,
    honoursPort: app.honoursPort ?? from.honoursPort,
    env: [...new Set([...app.env, ...from.env])],
    needs: [...new Set([...app.needs, ...from.needs])],
    imageOnly: [...new Set([...app.imageOnly, ...from.imageOnly, 'is put together from several folders'])],
    remarks: [...app.remarks, `${app.dockerfile?.path} builds one image from several folders, so they are one app.`],
    evidence: [...app.evidence, ...from.evidence],
  }
  return { ...draft, app: whole }
}

function into(folder: string, command: string | null): string | null {
  if (command === null) return null
  const list = /^(pip install -r) (\S+)$/.exec(command)
  return list ? `${list[1]} ${folder}/${list[2]}` : `(cd ${folder} && ${command})`
}
