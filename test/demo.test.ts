import { execFile, execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'

/** Runs the demo as `npm run demo` does. */
function demo(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['test/demo.ts', ...args], (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })
}

it('the demo shows the thread, the pull request and its diff for a local repository, which it leaves alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'))
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: folder, encoding: 'utf8' })
  cpSync('test/repos/vite-react', folder, { recursive: true })
  git('init', '-q', '-b', 'trunk')
  git('add', '.')
  git('commit', '-qm', 'A site')
  const html = join(folder, '..', `${basename(folder)}.html`)
  const { code, err, out } = await demo(folder, '--html', html)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const lines = ['  /cicd setup', '  👀 eyes (slipway[bot])', 'slipway[bot] wants to merge cicd/setup into trunk']
  for (const line of [...lines, 'diff --git a/amplify.yml b/amplify.yml', '+version: 1']) expect(out).toContain(line)
  expect(out).toMatch(/^Pull request #2: .*Amplify/m)
  expect(out).not.toContain('127.0.0.1/')
  expect(git('branch', '--format=%(refname:short)')).toBe('trunk\n')
  expect(git('status', '--short')).toBe('')
  expect(out).toContain(`Page: ${html}`)
  expect(readFileSync(html, 'utf8')).toContain('<code>amplify.yml</code>')
  rmSync(html)
  rmSync(folder, { recursive: true })
}, 60_000)

it('the demo says what it needs where it is pointed elsewhere', async () => {
  const { code, err } = await demo(tmpdir())
  expect(code).toBe(2)
  expect(err).toContain('is not the top of a git repository')
})
