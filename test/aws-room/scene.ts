import { vi } from 'vitest'
import type { Tree } from '../../src/model.ts'
import { propose } from '../../src/propose.ts'
import { type Aws, startAws } from '../aws/start-aws.ts'
import { sampleContext } from '../sample-app.ts'
import { treeOf, treeOfFolder } from '../tree-of.ts'
import { type Given, token } from './drive.ts'

/** A stand-in for AWS that the SDK of this process is led to, where everything takes a minute. */
export async function freshAws(): Promise<Aws> {
  const aws = await startAws()
  for (const [name, value] of Object.entries(aws.env)) vi.stubEnv(name, value)
  Object.assign(aws.world.durations, { service: 60_000, job: 60_000, deployment: 60_000 })
  aws.world.tokens.add(token)
  return aws
}

/** A folder of `test/repos` after its pull request was merged. */
export function mergedTree(name: string, context = sampleContext()): Tree {
  const tree = treeOfFolder(`test/repos/${name}`)
  const outcome = propose(tree, context)
  if (outcome.kind !== 'proposal') throw new Error(`nothing is proposed for ${name}`)
  const generated = outcome.files.flatMap(({ path, content }) => (content === null ? [] : [[path, content] as const]))
  return treeOf(Object.fromEntries([...tree.files, ...generated]))
}

const branches = [
  { name: 'staging', account: null, region: null, branch: 'develop', approval: false },
  { name: 'production', account: null, region: null, branch: null, approval: false },
]

/** One repository for each way of connecting. */
export const samples = {
  'App Runner': { tree: treeOfFolder('test/repos/express'), target: 'apprunner' },
  'Amplify with a locked branch': { tree: treeOfFolder('test/repos/vite-react'), config: { environments: branches } },
  'Amplify with server code': { tree: treeOfFolder('test/repos/next-server') },
  'ECS Express': { tree: mergedTree('go') },
} as const satisfies Readonly<Record<string, Given>>
