import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readMark } from '../../src/github/marker.ts'
import { type Aws, startAws } from '../aws/start-aws.ts'
import { customer, merge, proposedScene } from './merged-scene.ts'
import type { Scene } from './scene.ts'

vi.setConfig({ testTimeout: 60_000 })

let aws: Aws
let scene: Scene

beforeEach(async () => {
  aws = await startAws()
})
afterEach(async () => {
  await scene.world.stop()
  await aws.stop()
  vi.unstubAllEnvs()
})

const markOf = () => readMark(scene.replies()[0] ?? '')

describe('after the merge', () => {
  it('the reply says what is left to do before App Runner builds anything', async () => {
    customer(aws)
    scene = await proposedScene(aws, { name: 'express' })
    const commit = await merge(scene)
    const said = await scene.replied(/Nothing in AWS builds/u)
    expect(said).toContain('Comment `/cicd connect`')
    expect(markOf()?.follows).toMatchObject({ commit, ended: false })
  })
})
