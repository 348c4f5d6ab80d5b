import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { unknownAccount } from '../../src/config/unknown-account.ts'
import { defaultConfig } from '../../src/config.ts'
import type { Context } from '../../src/model.ts'
import { propose } from '../../src/propose.ts'
import { treeOfFolder } from '../tree-of.ts'

const context: Context = {
  repository: {
    host: 'github.com',
    enterprise: false,
    owner: 'acme',
    name: 'site',
    id: 7,
    ownerId: 5,
    createdAt: '2025-03-01T00:00:00Z',
    private: false,
    defaultBranch: 'main',
    subject: { known: true, useDefault: true, claimKeys: [], prefix: null, immutable: false },
  },
  aws: unknownAccount,
  config: defaultConfig,
  request: {
    ...{ verb: 'setup', target: null, path: null, ci: null, region: null, environment: null },
    ...{ dryRun: false, remove: false, lang: null, by: null },
  },
}

/** The workflows that a pull request sets off, of all that is proposed for a repository. */
function onPullRequest(name: string): readonly { readonly path: string; readonly text: string }[] {
  const outcome = propose(treeOfFolder(`test/repos/${name}`), context)
  if (outcome.kind !== 'proposal') return []
  return outcome.files.flatMap(({ path, content }) => {
    if (content === null || !path.startsWith('.github/workflows/')) return []
    const workflow: { readonly on?: object } = parse(content)
    const events = Object.keys(workflow.on ?? {})
    return events.some((event) => event.startsWith('pull_request')) ? [{ path, text: content }] : []
  })
}

describe('B43 the pull request that we open sets off the workflows that it adds', () => {
  const all = readdirSync('test/repos').flatMap((name) =>
    onPullRequest(name).map((workflow) => ({ name, ...workflow })),
  )

  it('which are there in most repositories', () => {
    expect(all.length).toBeGreaterThan(20)
  })

  it.each(all)('and $path of $name gets no secret, no identity token, and may only read', ({ text }) => {
    expect(text).not.toMatch(/id-token|secrets\.|pull_request_target|: write\b|write-all/u)
    const workflow: {
      readonly permissions?: unknown
      readonly jobs: Record<string, { readonly permissions?: unknown }>
    } = parse(text)
    for (const job of Object.values(workflow.jobs)) {
      expect(job.permissions ?? workflow.permissions).toEqual({ contents: 'read' })
    }
  })
})
