import { RequestError } from '@octokit/request-error'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { explainRefusal } from '../../src/github/refusal.ts'

const url = 'https://github.com/settings/installations/1'
const request = { method: 'POST', url: 'https://api.github.com/x', headers: {} } as const
const failure = (status: number, message: string) => new RequestError(message, status, { request })
const textOf = (error: unknown) => (error instanceof UserError ? error.message : null)

describe('a refusal of GitHub', () => {
  it.each([
    [
      403,
      'refusing to allow a GitHub App to create or update workflow `.github/workflows/ci.yml` without `workflows` permission',
      '`workflows: write`',
    ],
    [403, 'Resource not accessible by integration', 'a permission is missing'],
    [403, 'Repository was archived so is read-only.', 'archived'],
    [
      422,
      'Repository rule violations found\n\nCannot create ref due to creations being restricted.',
      'Cannot create ref due to creations being restricted',
    ],
    [409, 'Commits must have verified signatures.', 'Commits must have verified signatures'],
  ])('B65 B66 with %i and %j says how to mend it', (status, message, expected) => {
    expect(textOf(explainRefusal(failure(status, message), url))).toContain(expected)
  })

  it('B69 is not explained where nobody can mend it', () => {
    for (const error of [failure(502, 'Bad Gateway'), failure(422, 'Validation Failed'), new TypeError('x')]) {
      expect(explainRefusal(error, url)).toBe(error)
    }
  })

  it('B37 is quoted inert', () => {
    const text =
      textOf(explainRefusal(failure(422, 'Repository rule violations found `@octo/everyone` ![x](https://x)'), url)) ??
      ''
    expect(text).toContain('@octo')
    expect(text.replace(/`[^`]*`/gu, '')).not.toMatch(/@octo|!\[/u)
  })
})
