import { execFileSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lastingFolder, scratch } from './scratch.ts'

const samples = fileURLToPath(new URL('./samples/', import.meta.url))
const program = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
const node = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url))

/** What `slipway setup --json` says, as far as the harness looks at it. */
export interface Answer {
  readonly outcome: string
  readonly question: { readonly text: string } | null
  readonly apps: readonly {
    readonly root: string
    readonly kind: string
    readonly framework: string | null
    readonly target: string | null
  }[]
  readonly files: readonly { readonly path: string; readonly content: string | null }[]
  readonly notes: readonly string[]
}

/** A sample after the product has run over it: a git repository with the proposal on its branch. */
export interface Repository {
  readonly folder: string
  readonly answer: Answer
}

/** Commits a sample to a repository of its own and runs `slipway setup` over it, with `flags`. */
export function setUpSample(name: string, flags: readonly string[]): Repository {
  const folder = lastingFolder(name)
  cpSync(join(samples, name), folder, { recursive: true })
  git(folder, 'init', '--quiet', '--initial-branch=main')
  git(folder, 'add', '--all')
  git(folder, ...author, 'commit', '--quiet', '--message=A sample')
  git(folder, 'remote', 'add', 'origin', `https://github.com/octo-org/${name}.git`)
  const text = execFileSync(node, [program, 'setup', folder, '--json', ...flags], { encoding: 'utf8' })
  const answer: Answer = JSON.parse(text)
  return { folder, answer }
}

/** A clean copy of the proposal: what a build machine checks out after the merge. */
export function cleanCopy({ folder }: Repository, name: string): string {
  const copy = scratch(name)
  git(folder, 'clone', '--quiet', '--branch=cicd/setup', folder, copy)
  return copy
}

const author = ['-c', 'user.name=Sample', '-c', 'user.email=sample@example.com']

function git(folder: string, ...args: readonly string[]): void {
  execFileSync('git', ['-C', folder, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
}
