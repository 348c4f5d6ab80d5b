import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scratch } from '../local/scratch.ts'

const program = new URL('../../src/cli.ts', import.meta.url).pathname

/** Runs the program as a person does; standard output is no terminal. */
const slipway = (...args: readonly string[]) => slipwayWith({}, ...args)

/** The same with more in its environment. */
function slipwayWith(
  more: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const { npm_lifecycle_event: _event, npm_command: _command, NO_COLOR: _noColor, ...env } = process.env
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env: { ...env, ...more } }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })
}

function viteSite() {
  const repository = scratch()
  repository.write(
    'package.json',
    JSON.stringify({ name: 'site', scripts: { build: 'vite build' }, devDependencies: { vite: '^7.0.0' } }),
  )
  repository.write(
    'package-lock.json',
    JSON.stringify({ lockfileVersion: 3, packages: { '': { devDependencies: { vite: '^7.0.0' } } } }),
  )
  repository.write('index.html', '<script type="module" src="/main.js"></script>')
  return repository
}

describe('slipway', () => {
  it('plan --json prints one object and writes nothing', async () => {
    const repository = viteSite()
    const commit = repository.commit()
    const { code, out } = await slipway('plan', repository.directory, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      commit,
      defaultBranch: 'main',
      outcome: 'proposal',
      apps: [{ root: '.', framework: 'vite', target: 'amplify' }],
    })
    expect(repository.git('for-each-ref', '--format=%(refname)')).toBe('refs/heads/main')
  })

  it('B40 setup of a second folder keeps the first one on the branch', async () => {
    const repository = scratch()
    for (const name of ['one', 'two']) {
      repository.write(
        `${name}/package.json`,
        JSON.stringify({ scripts: { start: 'node server.js' }, dependencies: { express: '^4.0.0' } }),
      )
      repository.write(`${name}/server.js`, "require('express')().listen(process.env.PORT || 3000)")
    }
    repository.commit()
    await slipway('setup', repository.directory, '--path=one')
    await slipway('setup', repository.directory, '--path=two')
    const files = repository.git('ls-tree', '-r', '--name-only', 'cicd/setup')
    expect(files).toContain('one/apprunner.yaml')
    expect(files).toContain('two/apprunner.yaml')
  })

  it('setup commits on cicd/setup, and a second run changes nothing', async () => {
    const repository = viteSite()
    repository.commit()
    expect((await slipway('setup', repository.directory)).out).toContain('Committed on branch cicd/setup')
    const commit = repository.git('rev-parse', 'cicd/setup')
    expect(repository.git('diff', '--name-only', 'main...cicd/setup').split('\n')).toContain('amplify.yml')
    expect((await slipway('setup', repository.directory)).out).toContain('is up to date')
    expect(repository.git('rev-parse', 'cicd/setup')).toBe(commit)
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('setup on a repository that has merged the proposal has nothing to do', async () => {
    const repository = viteSite()
    repository.commit()
    await slipway('setup', repository.directory)
    repository.git('merge', '--quiet', '--ff-only', 'cicd/setup')
    const { out, code } = await slipway('plan', repository.directory, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ outcome: 'nothing', files: [], pullRequest: null })
  })

  it('setup --remove takes out what was merged', async () => {
    const repository = viteSite()
    repository.commit()
    const before = repository.git('ls-tree', '-r', '--name-only', 'HEAD')
    await slipway('setup', repository.directory)
    repository.git('merge', '--quiet', '--ff-only', 'cicd/setup')
    expect((await slipway('setup', repository.directory, '--remove')).out).toContain('Committed on branch cicd/remove')
    expect(repository.git('ls-tree', '-r', '--name-only', 'cicd/remove')).toBe(before)
  })

  it('setup --dry-run writes nothing', async () => {
    const repository = viteSite()
    repository.commit()
    await slipway('setup', repository.directory, '--dry-run')
    expect(repository.git('for-each-ref', '--format=%(refname)')).toBe('refs/heads/main')
  })

  it('plan --html writes one page beside the answer', async () => {
    const repository = viteSite()
    repository.write('.github/cicd.yml', 'version: 1\nlang: ja\n')
    repository.commit()
    const file = join(repository.directory, 'plan.html')
    const { out, code } = await slipway('plan', repository.directory, '--html', file)
    expect(code).toBe(0)
    expect(out).toContain(`ページ: ${file}`)
    expect(readFileSync(file, 'utf8')).toContain('<html lang="ja">')
    expect(await slipway('plan', repository.directory, '--html', '/no/such/folder/x.html')).toMatchObject({
      code: 1,
      err: expect.stringContaining('could not be written (ENOENT)'),
    })
  })

  it('names uncommitted files in a note', async () => {
    const repository = viteSite()
    repository.commit()
    repository.write('new.txt', '')
    expect((await slipway('plan', repository.directory)).out).toContain('1 uncommitted file(s) were not looked at')
  })

  it('G17 an empty repository gets one clear sentence and exit code 0', async () => {
    const { code, out } = await slipway('plan', scratch().directory)
    expect(code).toBe(0)
    expect(out).toContain('The repository has no commits yet')
  })

  it('piped output is plain text, without control characters from file names', async () => {
    const repository = viteSite()
    repository.write('odd\u001b[31m/package.json', '{ not json')
    repository.commit()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect((await slipway('plan', repository.directory)).out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/)
  })

  it('colours come and go by FORCE_COLOR and NO_COLOR, and no file name makes its own', async () => {
    const repository = viteSite()
    repository.write('odd\u001b[31m/package.json', '{ not json')
    repository.commit()
    const coloured = (await slipwayWith({ FORCE_COLOR: '1' }, 'plan', repository.directory)).out
    expect(coloured).toContain('\u001b[1mroot\u001b[22m')
    expect(coloured).not.toContain('\ufffd[1m')
    expect(coloured).toContain('odd\ufffd[31m')
    const without = (await slipwayWith({ FORCE_COLOR: '0', NO_COLOR: '1' }, 'plan', repository.directory)).out
    expect(without).not.toContain('\u001b')
  })

  it('a reader that has seen enough is no failure', async () => {
    const repository = viteSite()
    repository.commit()
    const line = `"$0" ${program} plan "$1" --json | true; exit "\${PIPESTATUS[0]}"`
    const ended = new Promise((resolve) => {
      execFile('bash', ['-c', line, process.execPath, repository.directory], (error, _out, err) =>
        resolve({ code: error?.code ?? 0, err }),
      )
    })
    expect(await ended).toEqual({ code: 0, err: '' })
  })

  it('a folder that is no repository fails with code 1, wrong usage with code 2', async () => {
    expect(await slipway('plan', '/')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('is not a git repository'),
    })
    expect(await slipway('plan', '/no/such/folder')).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no folder'),
    })
    expect(await slipway('setpu')).toMatchObject({ code: 2, err: expect.stringContaining('did you mean') })
  })
})
