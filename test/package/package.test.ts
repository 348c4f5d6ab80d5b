import { execFile, execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const scratch = mkdtempSync(join(tmpdir(), 'slipway-package-'))
const empty = join(scratch, 'empty')
const repository = join(scratch, 'shop')
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

/** The environment of a person's shell: nothing of the `npm run` that these tests may be part of. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')))

beforeAll(() => {
  mkdirSync(empty)
  execFileSync('npm', ['pack', '--silent', '--pack-destination', scratch], { env })
  const tarball = readdirSync(scratch).find((name) => name.endsWith('.tgz')) ?? ''
  const quiet = ['--silent', '--no-audit', '--no-fund', '--prefer-offline']
  execFileSync('npm', ['install', ...quiet, join(scratch, tarball)], { cwd: empty, env })
  cpSync('test/repos/express', repository, { recursive: true })
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', repository, '-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args])
  git('init', '--quiet', '--initial-branch=main')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'A shop')
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** `npx slipway …` in the empty folder. */
function npx(
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  return new Promise((resolve) => {
    execFile('npx', ['--no-install', 'slipway', ...args], { cwd: empty, env }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })
}

it('the package tells its version, and what it can', async () => {
  expect((await npx('--version')).out).toBe(`${version}\n`)
  expect((await npx('help')).out).toContain('slipway plan')
})

it('plans, explains and sets up a repository, and writes the page', async () => {
  expect((await npx('plan', repository)).out).toContain('\n  npx slipway setup ')
  expect(JSON.parse((await npx('plan', repository, '--json')).out)).toMatchObject({ outcome: 'proposal' })
  expect((await npx('explain', 'R1', repository)).out).toMatch(/^R1 /u)
  expect((await npx('setup', repository, '--html', 'plan.html')).code).toBe(0)
  expect(readFileSync(join(empty, 'plan.html'), 'utf8')).toContain('<!doctype html>')
  expect((await npx('setup', repository)).out).toContain('is up to date')
})

it('finds what lies beside the program: the manifest of the app, and the policy', async () => {
  expect((await npx('doctor', '--json')).out).toContain('"id": "settings"')
  expect((await npx('aws-policy')).out).toBe(readFileSync('infra/slipway-connect.yaml', 'utf8'))
})

it('has no sources, maps, tests or secrets in it', () => {
  const files = execFileSync('npm', ['pack', '--dry-run', '--json'], { encoding: 'utf8', env })
  const [{ files: packed }]: readonly [{ readonly files: readonly { readonly path: string }[] }] = JSON.parse(files)
  const strange = packed.filter(
    ({ path }) => !/^(?:dist\/.*\.js|schema\/.*\.json|app\.yml|README(?:\.ja)?\.md|LICENSE|package\.json)$/u.test(path),
  )
  expect(strange).toEqual([])
})
