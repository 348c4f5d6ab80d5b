import type { Person } from '../../test/github/person.ts'
import type { RepositoryHandle } from '../../test/github/repository-handle.ts'
import { type Github, startGithub } from '../../test/github/start-github.ts'

/** An issue that one command is given on. */
export interface Thread {
  readonly repository: RepositoryHandle
  readonly issue: number
}

export interface World {
  readonly github: Github
  readonly alice: Person
  readonly repositories: readonly RepositoryHandle[]
}

/** What the repositories hold, in turn. */
const fixtures = ['vite-react', 'express', 'fastapi-uv', 'next-server', 'sam-python', 'flask']

/** A stand-in for GitHub with so many repositories, spread evenly over so many organisations. */
export async function makeWorld(repositories: number, organisations: number): Promise<World> {
  const github = await startGithub()
  const made: RepositoryHandle[] = []
  for (let index = 0; index < repositories; index += 1) {
    const folder = new URL(`../../test/repos/${fixtures[index % fixtures.length]}`, import.meta.url).pathname
    const name = `org${index % organisations}/app${index}`
    made.push(await github.repository(name, { folder, roles: { alice: 'write' } }))
  }
  return { github, alice: github.person('alice'), repositories: made }
}

/** Opens so many issues, over the repositories in turn. */
export async function openIssues({ alice, repositories }: World, count: number): Promise<readonly Thread[]> {
  const threads: Thread[] = []
  for (let index = 0; index < count; index += 1) {
    const repository = repositories[index % repositories.length]
    if (repository === undefined) break
    threads.push({ repository, issue: await alice.opensIssue(repository, 'Deploy this') })
  }
  return threads
}
