import type { Detector } from '../detector.ts'
import { find } from '../finding.ts'
import type { Place } from '../place.ts'

/** Pages without a build: an index.html that loads what lies beside it. */
export const plainHtml: Detector = {
  id: 'plain-html',
  stack: 'site',
  reads: ['index.html'],
  find(place, known) {
    if (known.some(({ topic }) => topic === 'framework' || topic === 'kind')) return []
    const folder = pagesIn(place)
    const text = place.text(folder === '.' ? 'index.html' : `${folder}/index.html`)
    if (folder === null || text === undefined || isTemplate(text)) return []
    const file = folder === '.' ? 'index.html' : `${folder}/index.html`
    const proof = place.proof(file, place.texts.seen.plainPage, /<html|<!doctype/i)
    return [
      find('framework', { id: 'plain-html', kind: 'static', major: null, spa: false }, proof),
      find('output', folder, { ...proof, says: place.texts.seen.pageThere }),
      find('install', null, proof),
      find('build', null, proof),
    ]
  },
}

const manifest =
  /^(?:package\.json|pyproject\.toml|setup\.(?:py|cfg)|requirements.*\.txt|go\.mod|Cargo\.toml|pom\.xml|build\.gradle.*|Gemfile|composer\.json|CMakeLists\.txt|Makefile|Dockerfile|.*\.(?:tf|sln|csproj|xcodeproj|gemspec|podspec|py|go|rb|php)|pubspec\.yaml|mix\.exs|action\.ya?ml|deno\.jsonc?)$/

// At the root of a repository without a program the pages may lie in one folder for them.
function pagesIn(place: Place): string | null {
  if (place.has('index.html')) return '.'
  if (place.root !== '.' || [...place.folder.files].some((name) => manifest.test(name))) return null
  return (
    ['public', 'docs', 'www', 'site', 'src', 'html', 'htdocs', 'dist'].find((name) =>
      place.has(`${name}/index.html`),
    ) ?? null
  )
}

// What a bundler, a template engine or an in-browser compiler of modules must touch first is no finished page.
function isTemplate(text: string): boolean {
  return (
    /\{\{|\{%|<%|%PUBLIC_URL%|src=["']\/?(?:src\/[\w./-]+\.(?:tsx?|jsx)|[\w./-]+\.(?:tsx?|jsx|vue|svelte))["']/.test(
      text,
    ) && !/ng-app|x-data|v-app|vue(?:\.min|\.global|@)|angular(?:\.min)?\.js|handlebars|mustache/i.test(text)
  )
}
