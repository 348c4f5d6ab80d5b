import { expect, it } from 'vitest'
import { publishLocally } from '../../src/local/publish.ts'
import type { RenderedFile } from '../../src/model.ts'
import { type Scratch, scratch } from './scratch.ts'

const file = (path: string, content: string): RenderedFile => ({
  path,
  action: 'create',
  mode: '100644',
  content,
  purpose: 'test',
})

function prepared(): { readonly repository: Scratch; readonly base: string } {
  const repository = scratch()
  repository.write('README.md', 'hello')
  return { repository, base: repository.commit() }
}

const publish = (repository: Scratch, base: string, ...files: readonly RenderedFile[]) =>
  publishLocally(repository.directory, { base, branch: 'cicd/setup', title: 'Set up', files })

it('commits on the branch and touches neither working tree, index nor current branch', async () => {
  const { repository, base } = prepared()
  repository.write('staged.txt', 'staged')
  repository.git('add', 'staged.txt')
  repository.write('loose.txt', 'loose')
  const before = repository.git('status', '--porcelain')
  await publish(repository, base, file('amplify.yml', 'version: 1\n'), file('infra/cicd/a.yaml', 'A: 1\n'))
  expect(repository.git('status', '--porcelain')).toBe(before)
  expect(repository.git('symbolic-ref', 'HEAD')).toBe('refs/heads/main')
  expect(repository.git('show', 'cicd/setup:amplify.yml')).toBe('version: 1')
  expect(repository.git('diff', '--name-only', 'main', 'cicd/setup')).toBe('amplify.yml\ninfra/cicd/a.yaml')
})

it('G54 a second run with the same files makes no new commit', async () => {
  const { repository, base } = prepared()
  const once = await publish(repository, base, file('a.yml', 'a\n'))
  const twice = await publish(repository, base, file('a.yml', 'a\n'))
  expect(twice).toEqual({ kind: 'up to date', commit: once.commit })
})

it('a new answer replaces the generated commit; an executable stays executable', async () => {
  const { repository, base } = prepared()
  await publish(repository, base, file('a.yml', 'a\n'))
  await publish(repository, base, { ...file('run.sh', 'b\n'), mode: '100755' })
  expect(
    repository
      .git('ls-tree', '-r', 'cicd/setup')
      .split('\n')
      .map((line) => line.replace(/ blob \w+\t/, ' ')),
  ).toEqual(['100644 README.md', '100755 run.sh'])
  expect(repository.git('rev-list', '--count', 'main..cicd/setup')).toBe('1')
})

it('commits of a person on the branch are never overwritten', async () => {
  const { repository, base } = prepared()
  await publish(repository, base, file('a.yml', 'a\n'))
  repository.git('switch', '--quiet', 'cicd/setup')
  repository.write('a.yml', 'mine\n')
  const mine = repository.commit('my edit')
  repository.git('switch', '--quiet', 'main')
  await expect(publish(repository, base, file('a.yml', 'b\n'))).rejects.toThrow(
    /holds 1 commit\(s\) that were not generated/,
  )
  expect(repository.git('rev-parse', 'cicd/setup')).toBe(mine)
})

it('a branch that is checked out is left alone', async () => {
  const { repository, base } = prepared()
  await publish(repository, base, file('a.yml', 'a\n'))
  repository.git('switch', '--quiet', 'cicd/setup')
  await expect(publish(repository, base, file('a.yml', 'b\n'))).rejects.toThrow(/is checked out/)
})
