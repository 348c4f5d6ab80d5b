import { vi } from 'vitest'
import { type Aws, startAws } from '../aws/start-aws.ts'
import { treeOfFolder } from '../tree-of.ts'
import { type Given, token } from './drive.ts'

/** A stand-in for AWS that the SDK of this process is led to, where everything takes a minute. */
export async function freshAws(): Promise<Aws> {
  const aws = await startAws()
  for (const [name, value] of Object.entries(aws.env)) vi.stubEnv(name, value)
  Object.assign(aws.world.durations, { service: 60_000, job: 60_000 })
  aws.world.tokens.add(token)
  return aws
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
  'ECS Express': { tree: treeOfFolder('test/repos/go') },
} as const satisfies Readonly<Record<string, Given>>
