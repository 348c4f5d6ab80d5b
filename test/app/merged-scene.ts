import { vi } from 'vitest'
import { core } from '../../src/app/core.ts'
import type { Extras } from '../../src/app/serve.ts'
import type { Aws } from '../aws/start-aws.ts'
import { ownAccount, ownRegion } from '../aws/start-aws.ts'
import { type Scene, startScene } from './scene.ts'

/** A repository whose set-up is to be merged. */
export interface Merged {
  /** A folder of `test/repos`. */
  readonly name: string
  readonly setup?: string
  readonly files?: Readonly<Record<string, string>>
  readonly token?: string
  /** Owners whom the operator lends the credentials of the process; empty: nobody. */
  readonly owners?: string
  readonly env?: Readonly<Record<string, string>>
  readonly extras?: Extras
}

/** Short waits between looks. */
export const manner = { attempts: 2, pauseMs: 5, secondMs: 5 }

/** Both stand-ins and the app, where Alice commanded a set-up and is about to merge it: she is a maintainer. */
export async function proposedScene(aws: Aws, options: Merged): Promise<Scene> {
  for (const [name, value] of Object.entries(aws.env)) vi.stubEnv(name, value)
  const { name, setup = '/cicd setup', files = {}, token, owners = 'acme', env = {}, extras = {} } = options
  const scene = await startScene({
    ...{ core, extras: { manner, ...extras } },
    repository: { folder: `test/repos/${name}`, files, private: true },
    env: {
      ...{ ...aws.env, SLIPWAY_AWS_OWNERS: owners, ...env },
      ...(token === undefined ? {} : { SLIPWAY_AMPLIFY_TOKEN: token }),
    },
  })
  await scene.command(setup, /Ready for review|レビューの準備/u)
  scene.github.grant(scene.repository, 'alice', 'maintain')
  return scene
}

/** Alice merges what was proposed; gives the commit. */
export async function merge({ alice, repository, github }: Scene): Promise<string> {
  const commit = await alice.merges(repository, repository.pulls()[0]?.number ?? 0)
  await github.outbox.idle()
  return commit
}

/** The account has used App Runner: for another provider, so that nothing of it is of use here. */
export function customer(aws: Aws): void {
  const arn = `arn:aws:apprunner:${ownRegion}:${ownAccount}:connection/other/1`
  const other = { ConnectionName: 'other', ConnectionArn: arn, ProviderType: 'BITBUCKET', Status: 'AVAILABLE' } as const
  aws.region().connections.push({ ...other, tags: {} })
}

/** A reply with what differs from run to run replaced. */
export function steady({ github, repository }: Scene, reply: string): string {
  return reply
    .replaceAll(new URL(github.url).host, 'github.example')
    .replaceAll(String(repository.id), 'REPOSITORY')
    .replace(/\b[0-9a-f]{40}\b/gu, 'COMMIT')
    .replace(/`[0-9a-f]{7}`/gu, '`COMMIT`')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/gu, 'DAY TIME UTC')
    .replace(/\b(runs|job)\/\d+/gu, '$1/ID')
    .replace(/\bd0{8,}\d+/gu, 'AMPLIFY')
    .replace(/\ba{6}\d+\b/gu, 'SERVICE')
    .replace(/%2F\d+(?=\))/gu, '%2FID')
    .replace(/<!--.*?-->/gsu, '')
    .trim()
}
