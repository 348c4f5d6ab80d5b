import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A git repository of its own for one test. */
export interface Scratch {
  readonly directory: string
  git(...args: readonly string[]): string
  write(path: string, content: string | Buffer): void
  link(path: string, to: string): void
  commit(message?: string): string
}

/** Commits all that is in a folder, as a git repository of its own. */
export function commitAll(directory: string): void {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', directory, '-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args])
  git('init', '--quiet', '--initial-branch=main')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'all')
}

/** An empty git repository in a temporary folder, removed when the test is over. */
export function scratch(): Scratch {
  const directory = mkdtempSync(join(tmpdir(), 'slipway-test-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', directory, '-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
      encoding: 'utf8',
    }).trim()
  git('init', '--quiet', '--initial-branch=main')
  const write = (path: string, content: string | Buffer) => {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), content)
  }
  return {
    directory,
    git,
    write,
    link: (path, to) => symlinkSync(to, join(directory, path)),
    commit: (message = 'change') => {
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '--message', message)
      return git('rev-parse', 'HEAD')
    },
  }
}
