import type { Detector } from '../detector.ts'
import { find, first } from '../finding.ts'
import type { Place } from '../place.ts'

/** Sphinx documentation: a `conf.py` with extensions or a theme, at the place or in `docs/`, `doc/`, `source/`. */
export const sphinx: Detector = {
  id: 'sphinx',
  stack: 'python',
  reads: ['conf.py'],
  find(place, known) {
    const file = ['conf.py', 'source/conf.py', 'docs/conf.py', 'docs/source/conf.py', 'doc/conf.py'].find((name) =>
      /^\s*(?:extensions|html_theme|master_doc)\s*=/m.test(place.text(name) ?? ''),
    )
    if (file === undefined || first(known, 'framework') || !isAlone(place, file)) return []
    const proof = place.proof(file, place.texts.seen.configurationOf('Sphinx'), /^\s*(?:extensions|html_theme)\s*=/m)
    const folder = file === 'conf.py' ? '.' : file.slice(0, -'/conf.py'.length)
    const requirements = ['docs/requirements.txt', 'requirements.txt', 'doc/requirements.txt'].find((name) =>
      place.has(name),
    )
    return [
      find('language', 'python', proof),
      find('framework', { id: 'sphinx', kind: 'static', major: null, spa: false }, proof),
      find('packageManager', { name: 'pip', version: null }, proof),
      find('install', requirements === undefined ? 'pip install sphinx' : `pip install -r ${requirements}`, proof),
      find('build', `sphinx-build -b html ${folder} ${folder === '.' ? '_build/html' : 'build/html'}`, proof),
      find('output', folder === '.' ? '_build/html' : 'build/html', {
        ...proof,
        says: place.texts.seen.sphinxOutput,
      }),
    ]
  },
}

const program =
  /^(?:setup\.(?:py|cfg)|pyproject\.toml|package\.json|go\.mod|Cargo\.toml|manage\.py|CMakeLists\.txt|Makefile\.am|pom\.xml|build\.gradle(?:\.kts)?|settings\.gradle(?:\.kts)?|Gemfile|composer\.json|mix\.exs|.+\.(?:sln|slnx|csproj|gemspec|tf))$/

// The docs of a program or library are not its app: Sphinx counts in a folder of its own, or where there is nothing else.
function isAlone(place: Place, file: string): boolean {
  if (place.root !== '.')
    return file === 'conf.py' || file === 'source/conf.py'
      ? !/(?:^|\/)(?:docs?|documentation|sphinx)(?:[_-][\w-]*)?(?:\/|$)/i.test(place.root)
      : false
  return ![...place.folder.files].some((name) => program.test(name) || (name.endsWith('.py') && name !== 'conf.py'))
}
