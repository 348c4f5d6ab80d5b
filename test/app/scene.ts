import { expect, vi } from 'vitest'
import type { Extras } from '../../src/app/serve.ts'
import type { Core } from '../../src/app/set-up.ts'
import { readMark } from '../../src/github/marker.ts'
import type { RenderedFile, Some } from '../../src/model.ts'
import type { CallEntry } from '../github/http/call-log.ts'
import type { RepositoryOptions } from '../github/make-repository.ts'
import type { Person } from '../github/person.ts'
import type { RepositoryHandle } from '../github/repository-handle.ts'
import type { Github, GithubOptions } from '../github/start-github.ts'
import { startWorld, type World } from './start-app.ts'

/** A file of a proposal. */
export function file(path: string, content: string, mode: RenderedFile['mode'] = '100644'): RenderedFile {
  return { path, content, mode, action: 'create', purpose: 'for the test' }
}

export const files: Some<RenderedFile> = [
  file('amplify.yml', 'version: 1\n'),
  file('.github/workflows/ci.yml', 'name: CI\n'),
  file('infra/cicd/bootstrap.sh', '#!/bin/sh\n', '100755'),
]

export const pullBody = '## What\n\n- [ ] Create the role\n- [ ] Merge\n'

/** A core that reads everything and proposes these files wherever they are not there yet. */
export function proposing(given: () => Some<RenderedFile> = () => files): Core {
  return {
    readTree: async (reader) => {
      const head = await reader.head()
      if (head === null) return null
      const { entries, unlisted } = await reader.list(head.commit)
      const blobs = await reader.read(entries)
      const text = new Map([...blobs].map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]))
      return { commit: head.commit, entries, files: text, skipped: [], bases: new Map(), unlisted }
    },
    propose: (tree, { repository: { defaultBranch } }) => {
      const answer = { commit: tree?.commit ?? null, defaultBranch, choices: [], existing: [], notes: [] }
      if (tree === null) return { kind: 'unknown', ...answer, because: 'There are no commits yet.' }
      if (given().every(({ path, content }) => tree.files.get(path) === content)) {
        return { kind: 'nothing', ...answer, because: 'Everything is set up.' }
      }
      const pullRequest = { branch: 'cicd/setup', title: 'Add CI/CD on AWS', body: pullBody }
      return {
        kind: 'proposal',
        ...answer,
        files: given(),
        rendered: [],
        pullRequest,
        check: { title: `${given().length} files, checked`, summary: 'All is well.', annotations: [] },
      }
    },
  }
}

/** A repository on which Alice may write, and an issue in it. */
export interface Scene {
  readonly world: World
  readonly github: Github
  readonly repository: RepositoryHandle
  readonly alice: Person
  readonly issue: number
  /** Alice comments on the issue, and the one reply of the app answers that very comment; gives the reply. */
  command(body: string, pattern: RegExp): Promise<string>
  /** Waits for the one reply of the app to say something, and gives it. */
  replied(pattern: RegExp, issue?: number): Promise<string>
  /** Waits until so many commands were carried out or given up, and GitHub told of what was done. */
  settled(commands?: number): Promise<void>
  /** What the app's comments on the issue say. */
  replies(issue?: number): readonly string[]
}

export interface Setting {
  readonly core?: Core
  readonly extras?: Extras
  readonly github?: GithubOptions
  readonly repository?: RepositoryOptions
  /** Settings of the process, besides those that lead to GitHub. */
  readonly env?: Readonly<Record<string, string>>
}

const patience = { timeout: 15_000, interval: 20 }

export async function startScene(setting: Setting = {}): Promise<Scene> {
  const world = await startWorld({ core: setting.core ?? proposing(), ...setting.extras }, setting.github, setting.env)
  const { github, log } = world
  const start = { files: { 'README.md': 'hello\n', 'src/a.ts': 'a\n' } }
  const repository = await github.repository('acme/site', { ...start, ...setting.repository })
  github.grant(repository, 'alice', 'write')
  const alice = github.person('alice')
  const issue = await alice.opensIssue(repository, 'Deploy this')
  await github.outbox.idle()
  github.calls.clear()
  const replies = (number = issue) =>
    repository
      .comments(number)
      .filter(({ by }) => by === 'slipway[bot]')
      .map(({ body }) => body)
  return {
    ...{ world, github, repository, alice, issue, replies },
    command: async (body, pattern) => {
      const { id } = await alice.comments(repository, issue, body)
      const answers = () => replies().filter((reply) => readMark(reply)?.commands.at(-1) === id)
      await vi.waitFor(() => expect(answers()).toHaveLength(1), patience)
      await github.outbox.idle()
      expect(replies()).toHaveLength(1)
      expect(answers()[0]).toMatch(pattern)
      return answers()[0] ?? ''
    },
    replied: async (pattern, number = issue) => {
      // Of two replies that were made in the same moment one is taken away again.
      const one = () => {
        expect(replies(number)).toHaveLength(1)
        expect(replies(number)[0]).toMatch(pattern)
      }
      await vi.waitFor(one, patience)
      await github.outbox.idle()
      await vi.waitFor(one, patience)
      return replies(number)[0] ?? ''
    },
    settled: async (commands = 1) => {
      const done = () => log.filter((line) => /"command done"|"command could not be answered"/u.test(line)).length
      await vi.waitFor(() => expect(done()).toBeGreaterThanOrEqual(commands), patience)
      await github.outbox.idle()
    },
  }
}

/** The calls for commands: not those of the app itself, which looks for missed deliveries when it starts. Tokens are none either. */
export function calls({ github }: Scene): readonly CallEntry[] {
  const own = /^\/app$|^\/app\/hook|^\/meta$/u
  return github.calls.all.filter(({ kind, route }) => kind !== 'token' && !own.test(route ?? ''))
}

/** How many calls there were. GraphQL counts as reading: the app sends queries only. */
export function counts(scene: Scene): { readonly reads: number; readonly writes: number } {
  const writes = calls(scene).filter(({ kind }) => kind === 'write' || kind === 'notify').length
  return { reads: calls(scene).length - writes, writes }
}
