import type { Detector } from '../detector.ts'
import { type Finding, find } from '../finding.ts'
import type { Manifest } from './manifest.ts'
import { majorOf } from './manifest.ts'
import { type NodeProject, nodeProject } from './project.ts'
import { runScript } from './run.ts'
import { programsOf } from './scripts.ts'
import type { Command } from './shell.ts'

/** Test and lint commands for CI: scripts that end by themselves and need nothing that only a desk has. */
export const nodeChecks: Detector = {
  id: 'node-checks',
  stack: 'node',
  reads: ['package.json'],
  find: (place) => {
    const project = nodeProject(place)
    return project ? [...nodeTest(project), ...lint(project)] : []
  },
}

const testNames = ['test:ci', 'ci:test', 'test', 'test:unit', 'unit', 'test:run', 'unit:test', 'tests']
const browsers: ReadonlySet<string> = new Set([
  'cypress',
  'playwright',
  'wdio',
  'nightwatch',
  'testcafe',
  'start-server-and-test',
  'k6',
  'artillery',
  'detox',
])
const idle: ReadonlySet<string> = new Set(['echo', 'exit', 'true', ':', 'false'])

/** The test command of a package, where it has one that ends. */
export function nodeTest(project: NodeProject): readonly Finding<'test'>[] {
  const { manifest, manager, place } = project
  for (const name of testNames) {
    const programs = programsOf(manifest, name)
    if (!isTest(programs)) continue
    const command = runScript(manager.name, name)
    const once = ending(programs)
    const whole = once === '' ? command : `${command}${manager.name === 'npm' ? ' --' : ''} ${once}`
    return [
      find(
        'test',
        whole,
        place.proof(
          'package.json',
          place.texts.seen.scriptRuns(name, programs.at(-1)?.words.slice(0, 2).join(' ') ?? ''),
          `"${name}":`,
        ),
      ),
    ]
  }
  return []
}

/** Not the default that npm writes (case G26), not a browser that has to be installed, not a watcher that cannot be stopped. */
function isTest(programs: readonly Command[]): boolean {
  const work = programs.filter(({ words }) => !idle.has(words[0] ?? ''))
  if (work.length === 0 || programs.some(({ words }) => words[0] === 'exit' && words[1] === '1')) return false
  return !work.some(
    ({ words }) => words.some((word) => browsers.has(word)) || words.includes('--ui') || words.includes('--watchAll'),
  )
}

/** What makes a test runner that watches by default end: https://angular.dev/guide/testing (read 2026-11); Vitest and Jest see CI by themselves. */
function ending(programs: readonly Command[]): string {
  const watches = programs.find(
    ({ words }) =>
      words[0] === 'ng' && words[1] === 'test' && !words.some((word) => /^--(no-watch|watch=false)/.test(word)),
  )
  if (watches) return '--watch=false'
  return programs.some(({ words }) => words[0] === 'jest' && words.includes('--watch')) ? '--watch=false' : ''
}

function lint({ manifest, manager, place }: NodeProject): readonly Finding[] {
  const name = ['lint:ci', 'ci:lint', 'lint', 'lint:check', 'eslint'].find((one) => works(manifest, one))
  return name === undefined
    ? []
    : [
        find(
          'lint',
          runScript(manager.name, name),
          place.proof('package.json', place.texts.seen.script(name), `"${name}":`),
        ),
      ]
}

// `next lint` is gone from Next.js 16 on: https://nextjs.org/docs/app/guides/upgrading/version-16 (read 2026-11)
function works(manifest: Manifest, name: string): boolean {
  const programs = programsOf(manifest, name).filter(({ words }) => !idle.has(words[0] ?? ''))
  const isGone =
    programs.some(({ words }) => words[0] === 'next' && words[1] === 'lint') &&
    (majorOf(manifest.all.get('next')) ?? 0) >= 16
  return programs.length > 0 && !isGone
}
