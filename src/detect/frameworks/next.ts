import type { NodeProject } from '../node/project.ts'
import { into } from '../node/shell.ts'
import { expressionOf, literal, setting } from '../source.ts'
import { isDelivered, isTold } from './delivered-script.ts'
import type { Framework, Use, Web } from './framework.ts'
import { argument, configProof, folder, option, scriptProof } from './read.ts'
import { buildScripts } from './use.ts'

/** Next.js: a server by default; static with `output: 'export'` or `next export` (cases D2 to D4, G2, G24). */
export const next: Framework = {
  id: 'next',
  bare: true,
  packages: ['next'],
  configs: ['next.config'],
  builds: ['next build', 'next-on-pages', 'open-next build'],
  describe: (project, use) => {
    if (!isInUse(project, use)) return null
    const base = folder(argument(use.build, 2) ?? '.')
    const dist = into(base, setting(use.source, 'distDir') ?? '.next')
    return exported(project, use, base, dist) ?? exportedApart(project) ?? server(project, use, base, dist)
  },
}

const roots = ['pages', 'app', 'src/pages', 'src/app']

// The package and a config alone are no proof: other tools bring them along (case G2).
function isInUse({ place, manifest }: NodeProject, use: Use): boolean {
  if (use.strength >= 3) return true
  if ([...manifest.scripts.values()].some((line) => /(^|[\s;&])next(\s+(dev|start|build|\.)|$)/.test(line))) return true
  return (
    roots.some((root) => place.repository.folder(place.at(root)) !== undefined) && !manifest.all.has('react-scripts')
  )
}

function exported(project: NodeProject, use: Use, base: string, dist: string): Web | null {
  const out = { kind: 'static', build: 'next build' } as const
  const command = use.programs.find(({ words }) => words[0] === 'next' && words[1] === 'export')
  if (command && use.script !== null) {
    const given = option(command, '-o', '--outdir')
    const source = argument(command, 2)
    const output = given === null ? into(into(command.folder, source ?? '.'), 'out') : into(command.folder, given)
    return { ...out, output, outputProof: scriptProof(project, use.script, project.place.texts.seen.nextExport) }
  }
  if (literal(expressionOf(use.source, 'output') ?? '') !== 'export' || use.config === null) return null
  const custom = setting(use.source, 'distDir')
  return {
    ...out,
    output: custom ? dist : into(base, 'out'),
    outputProof: configProof(project, use.config, 'output', "output: 'export'"),
  }
}

/**
 * A script of its own that exports the site, beside a build for a server: static where the read-me or the settings of a host run that
 * script, or where nothing starts a server.
 */
function exportedApart(project: NodeProject): Web | null {
  const { manifest, place } = project
  for (const { name, programs } of buildScripts(manifest)) {
    const command = programs.find(({ words }) => words[0] === 'next' && words[1] === 'export')
    if (!command || !programs.some(({ words }) => words[0] === 'next' && words[1] === 'build')) continue
    const starts = [...manifest.scripts.values()].some((line) => /(^|[\s;&])next start/.test(line))
    if (starts && !isDelivered(place, name) && !isTold(place, name)) return null
    const output = folder(option(command, '-o', '--outdir') ?? 'out')
    return {
      kind: 'static',
      build: null,
      needs: 'next export',
      output: into(command.folder, output),
      outputProof: scriptProof(project, name, project.place.texts.seen.nextExport),
    }
  }
  return null
}

function server(project: NodeProject, use: Use, base: string, dist: string): Web {
  const standalone = literal(expressionOf(use.source, 'output') ?? '') === 'standalone'
  return {
    kind: 'ssr',
    output: dist,
    build: 'next build',
    starts: ['next start', 'next-start'],
    start: base === '.' ? 'next start' : `next start ${base}`,
    port: 3000,
    honoursPort: true,
    proofs:
      standalone && use.config !== null ? [configProof(project, use.config, 'output', "output: 'standalone'")] : [],
  }
}
