import { afterEach, describe, expect, it, vi } from 'vitest'
import { core } from '../../src/app/core.ts'
import type { RepositoryOptions } from '../github/make-repository.ts'
import { type Scene, type Setting, startScene } from './scene.ts'

vi.setConfig({ testTimeout: 60_000 })

let scene: Scene
afterEach(() => scene.world.stop())

/** Pauses of a few milliseconds. */
const manner = { secondMs: 5 }
const express = {
  'package.json': JSON.stringify({ scripts: { start: 'node server.js' }, dependencies: { express: '^4.0.0' } }),
  'server.js': "require('express')().listen(process.env.PORT || 3000)\n",
}
const site = { 'index.html': '<!doctype html><title>Hello</title>\n' }

/** The repository `acme/site`, in which Alice commands, and these besides. */
async function organisation(
  repositories: Readonly<Record<string, RepositoryOptions>>,
  setting: Setting = {},
): Promise<void> {
  scene = await startScene({ core, ...setting, extras: { manner, ...setting.extras } })
  for (const [name, options] of Object.entries(repositories)) {
    await scene.github.repository(`acme/${name}`, { files: site, ...options })
  }
  scene.github.calls.clear()
}

const survey = () => scene.command('/cicd survey', /"outcome":"surveyed"/u)

/** Waits for the end of a survey of several parts. */
async function whole(): Promise<string> {
  await scene.alice.comments(scene.repository, scene.issue, '/cicd survey')
  return scene.replied(/"outcome":"surveyed"/u)
}

describe('/cicd survey', () => {
  it('lists every repository with its apps, where they would go, what is there, and a link to begin', async () => {
    await organisation({
      shop: { files: { ...express, '.nvmrc': '18\n' } },
      legacy: { folder: 'test/repos/copilot', files: {} },
      empty: { empty: true },
      old: { archived: true },
      lib: { folder: 'test/repos/library', files: {} },
    })
    const fork = await scene.github.repository('other/tool', { files: site })
    await scene.github.repository('acme/tool', { forkOf: fork.state })
    const reply = await survey()
    expect(reply).toContain('### Survey of acme: 5 repositories')
    expect(reply).toMatch(
      /\| \[shop\]\(https:\/\/[^)]+\/acme\/shop\) \| Express \| App Runner \| {2}\| Node\.js 18 \(ended 2025-04-30\) \|/u,
    )
    expect(reply).toMatch(/\/acme\/shop\/issues\/new\?title=CI%2FCD&body=Comment%3A%20%60%2Fcicd%20setup%60\)/u)
    expect(reply).toMatch(/AWS Copilot \(ended 2026-06-12\)/u)
    expect(reply).toContain('Left out: 1 archived, 1 fork.')
    expect(reply).not.toMatch(/acme\/(?:old|tool)\b/u)
  })

  it('goes on in parts, in one reply, with others between them, and reads each repository once', async () => {
    await organisation(Object.fromEntries(Array.from({ length: 24 }, (_, index) => [`r${index}`, {}])))
    const reply = await whole()
    expect(reply).toContain('### Survey of acme: 25 repositories')
    const { calls } = scene.github
    const edits = calls.writes().filter(({ route }) => route?.includes('comments') && !route.includes('reactions'))
    expect(edits).toHaveLength(3)
    const trees = calls.all.filter(({ route }) => route === '/repos/{owner}/{repo}/git/trees/{tree_sha}')
    // One for each repository, and in each part one for the configuration, which says who may ask.
    expect(trees).toHaveLength(25 + 3)
    const branches = scene.repository.branches()
    expect(branches).toEqual(['main'])
  })
})
