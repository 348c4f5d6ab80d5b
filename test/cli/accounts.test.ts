import { execFile } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { scratch } from '../local/scratch.ts'

const program = new URL('../../src/cli.ts', import.meta.url).pathname

function slipway(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], (error, out) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out }),
    )
  })
}

function repository(config: string) {
  const made = scratch()
  made.write('README.md', 'hello')
  if (config !== '') made.write('.github/cicd.yml', config)
  made.commit()
  return made
}

const config =
  'accounts:\n  environments: [staging, production]\n  products: [shop, auth]\n  links: [shop -> auth 443]\n  stores: [users mysql in auth]\n'

describe('slipway accounts', () => {
  it('--dry-run --json gives the decisions as one object, and writes nothing', async () => {
    const { directory, git } = repository(config)
    const { code, out } = await slipway('accounts', directory, '--dry-run', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'proposal',
      accounts: {
        links: [{ id: 'L1', way: 'privatelink', rejected: [{ way: 'peering' }, { way: 'transit-gateway' }] }],
        stores: [{ name: 'users', kind: 'mysql', account: 'auth-production' }],
      },
      pullRequest: { branch: 'cicd/accounts' },
    })
    expect(git('for-each-ref', '--format=%(refname)')).toBe('refs/heads/main')
  })

  it('commits the plan on its branch, and finds it up to date after that', async () => {
    const { directory, git } = repository(config)
    expect((await slipway('accounts', directory)).out).toMatch(/Committed on branch cicd\/accounts/u)
    expect(git('show', 'cicd/accounts:infra/accounts/PLAN.md')).toContain('# From one AWS account to several')
    expect((await slipway('accounts', directory)).out).toMatch(/Branch cicd\/accounts is up to date/u)
  })

  it('prints a form where nothing is configured, which is right as it is', async () => {
    const { out } = await slipway('accounts', repository('').directory, '--lang=ja')
    const form = out.slice(out.indexOf('accounts:'))
    const again = await slipway('accounts', repository(form).directory, '--json', '--dry-run')
    expect(JSON.parse(again.out)).toMatchObject({ outcome: 'proposal' })
  })
})
