import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { runLine } from './run-line.ts'

beforeEach(() => {
  vi.stubEnv('GHE_HOST', '127.0.0.1:59999')
  vi.stubEnv('AWS_REGION', undefined)
  vi.stubEnv('AWS_CONFIG_FILE', '/no/such/file')
})
afterEach(() => vi.unstubAllEnvs())

it('doctor without a folder looks at the own set-up: a line for each thing, and what to do', async () => {
  const { code, out, shown } = await runLine(['doctor'], { columns: 100 })
  expect(code).toBe(0)
  expect(out).toMatch(/^ {2}✗ settings +There are no credentials/mu)
  expect(out).toMatch(/^ +→ Run `npm start`/mu)
  expect(out).toMatch(/^ {2}✓ Node\.js/mu)
  expect(out).toContain('2 things are wrong.')
  expect(shown[0]).toBe('Asking GitHub …')
})

it('doctor --json gives the same to a program; with a folder it looks at the repository', async () => {
  const { checks } = JSON.parse((await runLine(['doctor', '--json'])).out)
  expect(checks).toContainEqual({ id: 'database', state: 'off', says: expect.any(String), mend: null })
  expect((await runLine(['doctor', '/no/such/folder'])).err).toContain('There is no folder')
})
