import { describe, expect, it } from 'vitest'
import { followJob, type PullClosed } from '../../../src/app/follow/follow-job.ts'

const link = 'https://github.com/acme/site/issues/12#issuecomment-3400001008'
const body = `## What\n\nRequested by @alice in [this comment](${link}). Read at \`abc\`.`
const repository = { id: 7, name: 'site', owner: { login: 'acme', type: 'Organization' }, default_branch: 'main' }
const pull: PullClosed['pull_request'] = {
  ...{ number: 13, title: 'Add CI/CD', body, merged: true, merged_at: '2026-11-22T10:00:00Z', merge_commit_sha: 'c1' },
  user: { login: 'slipway[bot]', type: 'Bot' },
  head: { ref: 'cicd/setup', repo: { id: 7 } },
  base: { ref: 'main' },
}
const event = (more: Partial<PullClosed['pull_request']> = {}): PullClosed => ({
  ...{ installation: { id: 5 }, repository },
  pull_request: { ...pull, ...more },
})

describe('a merge', () => {
  it('is followed in the issue in which it was asked for', () => {
    expect(followJob(event(), 'd')).toMatchObject({
      ...{ id: 'd', lane: '5' },
      data: { kind: 'follow', issue: 12, pull: 13, commit: 'c1', after: null, looks: 0, lang: null },
    })
    expect(followJob(event({ body: `これは[このコメント](${link})で依頼されました。` }), 'd')?.data.lang).toBe('ja')
    expect(followJob(event({ body: body.replace('issues/12', 'pull/9') }), 'd')?.data.issue).toBe(9)
  })

  it.each<[string, Partial<PullClosed['pull_request']>]>([
    ['was closed without merging', { merged: false, merged_at: null }],
    ['was opened by a person', { user: { login: 'mallory', type: 'User' } }],
    ['was opened by nobody any more', { user: null }],
    ['comes from a fork', { head: { ref: 'cicd/setup', repo: { id: 8 } } }],
    ['comes from a fork that is gone', { head: { ref: 'cicd/setup', repo: null } }],
    ['comes from another branch', { head: { ref: 'cicd/remove', repo: { id: 7 } } }],
    ['went into another branch', { base: { ref: 'develop' } }],
    ['names no comment', { body: null }],
    ['names something else', { body: 'see https://github.com/acme/site/issues/12' }],
  ])('is not followed that %s', (_name, more) => expect(followJob(event(more), 'd')).toBeNull())

  it('is not followed without an installation', () => {
    expect(followJob({ ...event(), installation: undefined }, 'd')).toBeNull()
  })

  it('believes the last link, which the text ends with', () => {
    const hostile = `See [x](https://github.com/acme/site/issues/99#issuecomment-1)\n${body}`
    expect(followJob(event({ body: hostile }), 'd')?.data.issue).toBe(12)
  })
})
