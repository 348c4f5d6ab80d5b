import type { Detector } from '../detector.ts'
import { find } from '../finding.ts'
import type { Place } from '../place.ts'
import type { Stack } from '../stack.ts'

interface Generator {
  readonly id: string
  readonly stack: Stack
  readonly files: readonly string[]
  /** What the file must say, so that another tool's file of the same name does not count. */
  readonly says: RegExp
  readonly build: string
  readonly output: string
  /** The setting in the file that names the output folder. */
  readonly setting: RegExp | null
  readonly install: string | null
}

// Tools with a file and a binary of their own; sources are the documentation of each.
const generators: readonly Generator[] = [
  {
    id: 'mdbook',
    stack: 'site',
    files: ['book.toml'],
    says: /^\s*\[book\]/m,
    build: 'mdbook build',
    output: 'book',
    setting: /^\s*build-dir\s*=\s*["']([^"']+)/m,
    install: null,
  },
  {
    id: 'zola',
    stack: 'site',
    files: ['config.toml', 'zola.toml'],
    says: /^\s*(?:compile_sass|build_search_index|generate_feeds?)\s*=/m,
    build: 'zola build',
    output: 'public',
    setting: /^\s*output_dir\s*=\s*["']([^"']+)/m,
    install: null,
  },
  {
    id: 'pelican',
    stack: 'python',
    files: ['pelicanconf.py'],
    says: /^\s*(?:SITENAME|PATH|THEME)\s*=/m,
    build: 'pelican content -s publishconf.py',
    output: 'output',
    setting: /^\s*OUTPUT_PATH\s*=\s*["']([^"']+)/m,
    install: 'pip install "pelican[markdown]"',
  },
  {
    id: 'nikola',
    stack: 'python',
    files: ['conf.py'],
    says: /^\s*BLOG_TITLE\s*=/m,
    build: 'nikola build',
    output: 'output',
    setting: /^\s*OUTPUT_FOLDER\s*=\s*["']([^"']+)/m,
    install: 'pip install "nikola[extras]"',
  },
  {
    id: 'lektor',
    stack: 'python',
    files: ['lektorproject.lektorproject'],
    says: /\[project\]/,
    build: 'lektor build --output-path build',
    output: 'build',
    setting: null,
    install: 'pip install lektor',
  },
  {
    id: 'antora',
    stack: 'site',
    files: ['antora-playbook.yml'],
    says: /^site:/m,
    build: 'npx antora antora-playbook.yml',
    output: 'build/site',
    setting: /^\s*dir:\s*(\S+)/m,
    install: null,
  },
  {
    id: 'middleman',
    stack: 'ruby',
    files: ['config.rb'],
    says: /^\s*(?:activate|configure)\s+:/m,
    build: 'bundle exec middleman build',
    output: 'build',
    setting: /^\s*set\s+:build_dir,\s*["']([^"']+)/m,
    install: 'bundle install',
  },
  {
    id: 'nanoc',
    stack: 'ruby',
    files: ['nanoc.yaml'],
    says: /\S/,
    build: 'bundle exec nanoc',
    output: 'output',
    setting: /^output_dir:\s*(\S+)/m,
    install: 'bundle install',
  },
]

/** Site generators that are told by a file of their own. */
export const siteGenerators: readonly Detector[] = generators.map((generator) => ({
  id: generator.id,
  stack: generator.stack,
  reads: generator.files,
  find: (place) => findingsOf(place, generator),
}))

function findingsOf(place: Place, { id, files, says, build, output, setting, install, stack }: Generator) {
  const file = files.find((name) => says.test(place.text(name) ?? ''))
  if (file === undefined) return []
  const proof = place.proof(file, place.texts.seen.isConfiguration(file, id), says)
  const folder = (setting?.exec(place.text(file) ?? '')?.[1] ?? output).replace(/^\.\//, '').replace(/\/$/, '')
  return [
    ...(stack === 'python' || stack === 'ruby' ? [find('language', stack, proof)] : []),
    find('framework', { id, kind: 'static', major: null, spa: false }, proof),
    find('build', build, proof),
    find('output', folder, { ...proof, says: place.texts.seen.toolWritesTo(id, folder) }),
    ...(install === null || place.has('requirements.txt') ? [] : [find('install', install, proof)]),
  ]
}
