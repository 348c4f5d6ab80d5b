import type { Detector } from '../detector.ts'
import { type Finding, find, first } from '../finding.ts'
import { type Place, parent, placeAt } from '../place.ts'
import { dependenciesAt } from '../python/dependencies.ts'
import { pythonManifest } from '../python/manifests.ts'

const docsRequirements = [
  'docs/requirements.txt',
  'requirements-docs.txt',
  'requirements/docs.txt',
  'docs-requirements.txt',
  'docs/requirements/docs.txt',
]

/** MkDocs sites. Packages: a requirements file for the docs, the project's own list, or what the configuration names. */
export const mkdocs: Detector = {
  id: 'mkdocs',
  stack: 'python',
  reads: ['mkdocs.yml', 'mkdocs.yaml', ...docsRequirements],
  find(place, known) {
    const file = place.pick('mkdocs.yml', 'mkdocs.yaml')
    const content = file === undefined ? undefined : place.text(file)
    if (file === undefined || content === undefined || first(known, 'framework')) return []
    const proof = place.proof(file, file, 'site_name')
    const output = /^site_dir:\s*["']?([\w./-]+)/m.exec(content)?.[1] ?? 'site'
    return [
      find('language', 'python', proof),
      find('framework', { id: 'mkdocs', kind: 'static', major: null, spa: false }, proof),
      find('build', 'mkdocs build', proof),
      find('output', output.replace(/^\.\//, '').replace(/\/$/, ''), {
        ...proof,
        says: place.texts.seen.toolWritesTo('MkDocs', output),
      }),
      ...install(place, content, file),
    ]
  },
}

function install(place: Place, content: string, file: string): readonly Finding[] {
  const listed = docsRequirements.find((name) => place.has(name) && /mkdocs/i.test(place.text(name) ?? ''))
  if (listed !== undefined) return pip(`pip install -r ${listed}`, place, listed)
  if (pythonManifest(place) !== null && [...dependenciesAt(place).keys()].some((name) => name.startsWith('mkdocs')))
    return []
  const above = listAbove(place)
  if (above) return pip(`pip install -r ${above.path}`, above.place, above.name)
  return pip(`pip install ${packagesOf(content).join(' ')}`, place, file)
}

/** The list of packages of a folder above that names MkDocs. */
function listAbove(place: Place): { readonly place: Place; readonly name: string; readonly path: string } | null {
  for (let root = parent(place.root), up = '../'; root !== null; root = parent(root), up += '../') {
    const above = placeAt(place.repository, root)
    const name = ['requirements.txt', ...docsRequirements].find((one) => /^\s*mkdocs/im.test(above.text(one) ?? ''))
    if (name !== undefined) return { place: above, name, path: up + name }
  }
  return null
}

function pip(command: string, place: Place, file: string): readonly Finding[] {
  const proof = place.proof(file, place.texts.seen.sitePackages)
  return [find('packageManager', { name: 'pip', version: null }, proof), find('install', command, proof)]
}

const extensions: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:name:\s*)?["']?material["']?\s*$/m, 'mkdocs-material'],
  [/^\s*name:\s*["']?readthedocs/m, 'mkdocs'],
  [/^\s*-?\s*pymdownx\./m, 'pymdown-extensions'],
  [/^\s*-\s*mkdocstrings/m, 'mkdocstrings[python]'],
  [/^\s*-\s*awesome-pages/m, 'mkdocs-awesome-pages-plugin'],
  [/^\s*-\s*minify/m, 'mkdocs-minify-plugin'],
  [/^\s*-\s*git-revision-date-localized/m, 'mkdocs-git-revision-date-localized-plugin'],
  [/^\s*-\s*macros/m, 'mkdocs-macros-plugin'],
  [/^\s*-\s*redirects/m, 'mkdocs-redirects'],
  [/^\s*-\s*i18n/m, 'mkdocs-static-i18n'],
  [/^\s*-\s*glightbox/m, 'mkdocs-glightbox'],
  [/^\s*-\s*mermaid2/m, 'mkdocs-mermaid2-plugin'],
]

/** The packages that a configuration without any list needs, as far as its theme and plugins name them. */
function packagesOf(content: string): readonly string[] {
  const found = extensions.flatMap(([pattern, name]) => (pattern.test(content) ? [name] : []))
  return [...new Set(['mkdocs', ...found])]
}
