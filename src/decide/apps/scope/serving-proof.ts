import { builds } from '../../../detect/docker/owner.ts'
import type { Proof } from '../../../detect/finding.ts'
import { pathFrom } from '../../../detect/path-from.ts'
import { join, lineOf } from '../../../detect/place.ts'
import type { Draft } from '../draft.ts'
import { isBelow, isIn } from './folders.ts'

/** What shows that a server serves the built pages of another folder; null: nothing does. */
export function servingProof(server: Draft, pages: Draft): Proof | null {
  const { app } = server
  if (server === pages || !app || (app.kind !== 'server' && app.kind !== 'worker')) return null
  if (server.place.root === pages.place.root) return null
  return (
    outputInside(server, pages) ??
    scriptBuilds(server, pages) ??
    projectBuilds(server, pages) ??
    imageCopies(server, pages) ??
    sourceNames(server, pages)
  )
}

/** What shows that the build of a server of another language builds a package of Node, with whatever that serves while developing. */
export function buildingProof(server: Draft, pages: Draft): Proof | null {
  if (server.app?.kind !== 'server' || server.app.language === 'node' || pages.app?.kind !== 'server') return null
  return projectBuilds(server, pages)
}

/** The pages are written into the server's folder: `outDir: '../backend/static'`. */
function outputInside({ place }: Draft, pages: Draft): Proof | null {
  const output = pages.app?.output
  const path = output ? join(pages.place.root, output) : null
  if (!path || !isBelow(path, place.root) || isIn(path, pages.place.root)) return null
  const line = pages.app?.evidence.find(({ says }) => says.includes(output ?? '')) ?? pages.app?.evidence[0]
  return line ? { path: line.path, line: line.line, says: place.texts.apps.builtInto(path) } : null
}

/** A script of the server's own package builds them: `npm run build --prefix client`. */
function scriptBuilds({ place }: Draft, pages: Draft): Proof | null {
  const folder = pathFrom(place.root, pages.place.root).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const script = new RegExp(
    `"(?:build|heroku-postbuild|postinstall|prestart|build:[\\w-]+)"\\s*:\\s*"[^"\\n]*(?:--prefix[ =]|--cwd[ =]|--dir[ =]|-C |cd )(?:\\./)?${folder}\\b[^"\\n]*build`,
  )
  const text = place.text('package.json')
  if (text === undefined || !script.test(text)) return null
  // A root that only builds its parts is a workspace, not a server that serves them.
  return place.proof('package.json', place.texts.apps.scriptBuilds(pages.place.root), script)
}

// What the build of another language runs npm with: the SPA templates of .NET, and plugins of Maven and Gradle.
const frontendPlugins =
  /SpaRoot|frontend-maven-plugin|frontend-gradle-plugin|node-gradle|com\.github\.node-gradle|npm (ci|install|run)/

/** The project file of a server builds them: `<SpaRoot>ClientApp\</SpaRoot>`, `<workingDirectory>frontend</workingDirectory>`. */
function projectBuilds({ place }: Draft, pages: Draft): Proof | null {
  if (!isBelow(pages.place.root, place.root)) return null
  const folder = pathFrom(place.root, pages.place.root)
  for (const name of place.folder.files) {
    const text = /\.(cs|fs)proj$|^(pom\.xml|build\.gradle(\.kts)?)$/.test(name) ? place.text(name) : undefined
    if (text === undefined || !frontendPlugins.test(text)) continue
    const named = new RegExp(`[>"'/\\\\]${folder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}["'<\\\\/]`)
    if (named.test(text)) return place.proof(name, place.texts.apps.builds(pages.place.root), named)
  }
  return null
}

/** The server's image takes the folder in. */
function imageCopies({ app, place }: Draft, pages: Draft): Proof | null {
  const { dockerfile } = app ?? {}
  const build = builds(place.repository).find(({ facts }) => facts.path === dockerfile?.path)
  const own = pages.app?.dockerfile
  if (!build || !dockerfile?.usable || (own?.usable && own.path !== dockerfile.path)) return null
  const copied = build.facts.copied.find(({ source }) => {
    const path = source === '.' ? null : join(build.context, source)
    return path !== null && path !== '.' && isIn(path, pages.place.root)
  })
  return copied
    ? { path: dockerfile.path, line: copied.line, says: place.texts.apps.copiesIntoImage(copied.source) }
    : null
}

// An example of the server's environment may name the folder as well.
const code = /\.([cm]?[jt]sx?|py|go|rb|php|java|kt|cs|rs|exs?)$|(?:^|\/)\.env\.(?:example|sample|template|dist)$/

/** A source file of the server names the built folder: `express.static('../client/build')`, `static_folder="../frontend/dist"`. */
function sourceNames({ place }: Draft, pages: Draft): Proof | null {
  const output = pages.app?.output?.split('/')[0]
  const name = pages.place.root.split('/').at(-1)
  if (!output || !name) return null
  const quote = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const named = new RegExp(`\\b${quote(name)}(?:['"]\\s*[,/]\\s*['"]?|/)${quote(output)}\\b`)
  for (const [path, text] of place.repository.tree.files) {
    if (!code.test(path) || !isIn(path, place.root) || isIn(path, pages.place.root) || !named.test(text)) continue
    return { path, line: lineOf(text, named), says: place.texts.apps.serves(pages.place.root, pages.app?.output) }
  }
  return null
}
