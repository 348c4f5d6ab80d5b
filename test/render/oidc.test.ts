import { describe, expect, it } from 'vitest'
import type { RepositoryFacts } from '../../src/model.ts'
import { trustFor } from '../../src/render/oidc.ts'
import { sampleRepository } from '../sample-app.ts'

const runs = {
  environment: 'production',
  branch: 'main',
  workflows: [{ name: 'Deploy', path: '.github/workflows/deploy.yml' }],
}
const unread = { known: false, why: '403' } as const

function subjects(given: Partial<RepositoryFacts>, of: { environment?: string | null; branch?: string } = {}) {
  const trust = trustFor({ ...sampleRepository, ...given }, { ...runs, ...of })
  return trust.ok ? { form: trust.form, subjects: trust.subjects } : trust
}

const custom = (...claimKeys: string[]) =>
  ({ known: true, useDefault: false, claimKeys, prefix: null, immutable: false }) as const

describe('trustFor', () => {
  it('G31 takes the prefix that GitHub gives for a repository with immutable subjects', () => {
    const subject = {
      known: true,
      useDefault: true,
      claimKeys: [],
      prefix: 'repo:octo-org@111/shop@222',
      immutable: true,
    } as const
    expect(subjects({ subject })).toEqual({
      form: 'immutable',
      subjects: ['repo:octo-org@111/shop@222:environment:production'],
    })
  })

  it('G31 builds the immutable form from the ids for a repository created after 2026-07-15', () => {
    const subject = { known: true, useDefault: true, claimKeys: [], prefix: null, immutable: null } as const
    const created = { createdAt: '2026-07-16T00:00:00Z', subject }
    // The shape of the sample in GitHub's reference: repo:octo-org@123456/octo-repo@456789:environment:prod
    expect(
      subjects(
        { ...created, owner: 'octo-org', ownerId: 123456, name: 'octo-repo', id: 456789 },
        { environment: 'prod' },
      ),
    ).toEqual({
      form: 'immutable',
      subjects: ['repo:octo-org@123456/octo-repo@456789:environment:prod'],
    })
  })

  it('G32 names the repository alone where it is older and has not opted in, with a note for that day', () => {
    const trust = trustFor(sampleRepository, runs)
    expect(trust).toMatchObject({ ok: true, form: 'name', subjects: ['repo:octo-org/shop:environment:production'] })
    expect(trust.ok && trust.notes.join()).toContain('opted in')
  })

  it('G32 trusts both exact forms where GitHub does not say, and says so', () => {
    const trust = trustFor({ ...sampleRepository, subject: unread }, runs)
    expect(trust).toMatchObject({
      ok: true,
      form: 'both',
      subjects: ['repo:octo-org/shop:environment:production', 'repo:octo-org@111/shop@222:environment:production'],
    })
    expect(trust.ok && `${trust.because} ${trust.notes.join(' ')}`).toMatch(/does not say.*403/)
  })

  it('G32 asks for ids as parameters where only the name is known', () => {
    const trust = trustFor(
      { ...sampleRepository, subject: unread, id: null, ownerId: null, createdAt: null },
      { ...runs, environment: 'a${b}' },
    )
    expect(trust).toMatchObject({ ok: true, form: 'both', parameters: ['GitHubOwnerId', 'GitHubRepositoryId'] })
    expect(trust.ok && trust.subjects[1]).toBe(
      'repo:octo-org@${GitHubOwnerId}/shop@${GitHubRepositoryId}:environment:a${!$}{b}',
    )
  })

  it('G33 builds a customised subject from its claim keys in their order', () => {
    expect(subjects({ subject: custom('repository_owner_id', 'repo', 'context') })).toEqual({
      form: 'custom',
      subjects: ['repository_owner_id:111:repo:octo-org/shop:environment:production'],
    })
    expect(subjects({ subject: custom('job_workflow_ref', 'repository_visibility') })).toEqual({
      form: 'custom',
      subjects: ['private', 'internal'].map(
        (visibility) =>
          `job_workflow_ref:octo-org/shop/.github/workflows/deploy.yml@refs/heads/main:repository_visibility:${visibility}`,
      ),
    })
  })

  it('G33 keeps the ids in the repo part of a customised immutable subject', () => {
    const subject = { ...custom('repo', 'environment'), prefix: 'repo:octo-org@111/shop@222', immutable: true }
    expect(subjects({ subject })).toEqual({
      form: 'custom',
      subjects: ['repo:octo-org@111/shop@222:environment:production'],
    })
  })

  it('G33 stops and explains at a claim whose value cannot be told', () => {
    for (const key of ['actor', 'constructor', 'toString', 'a`b']) {
      const trust = trustFor({ ...sampleRepository, subject: custom('repo', key) }, runs)
      expect(trust.ok).toBe(false)
      expect(!trust.ok && trust.because).toMatch(/cannot be told before a run.*gh api -X PUT/)
    }
    expect(
      trustFor({ ...sampleRepository, subject: custom('repo', 'environment') }, { ...runs, environment: null }).ok,
    ).toBe(false)
  })

  it('G34 trusts the environment where the job names one, else the branch', () => {
    expect(subjects({}, { environment: null })).toMatchObject({ subjects: ['repo:octo-org/shop:ref:refs/heads/main'] })
    expect(subjects({})).toMatchObject({ subjects: ['repo:octo-org/shop:environment:production'] })
  })

  it('G22 keeps odd branch names exact and writes a colon as %3A', () => {
    for (const branch of ['release/2026.11', 'true', 'a#b', '日本']) {
      expect(subjects({}, { environment: null, branch })).toMatchObject({
        subjects: [`repo:octo-org/shop:ref:refs/heads/${branch}`],
      })
    }
    expect(subjects({}, { environment: 'eu:live' })).toMatchObject({
      subjects: ['repo:octo-org/shop:environment:eu%3Alive'],
    })
  })

  it('G52 uses the own issuer and the name alone on GitHub Enterprise Server', () => {
    const trust = trustFor(
      {
        ...sampleRepository,
        host: 'git.corp.example',
        enterprise: true,
        subject: unread,
        createdAt: '2026-10-01T00:00:00Z',
      },
      runs,
    )
    expect(trust).toMatchObject({
      ok: true,
      issuer: 'git.corp.example/_services/token',
      form: 'name',
      subjects: ['repo:octo-org/shop:environment:production'],
    })
  })

  it('uses the issuer of the tenant with data residency', () => {
    expect(trustFor({ ...sampleRepository, host: 'octo.ghe.com' }, runs)).toMatchObject({
      issuer: 'token.actions.octo.ghe.com',
    })
  })
})
