import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a generated script did: its exit code, what it wrote, and how it called the AWS CLI. */
export interface Run {
  readonly code: number | null
  readonly output: string
  readonly calls: readonly string[]
  readonly outputs: string
}

/** Runs a generated script with a stand-in for the AWS CLI. `answers` maps `ecs-describe-clusters` to what that command prints, or to a script (`#!…`). */
export function runScript(
  script: string,
  args: readonly string[],
  answers: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>> = {},
): Run {
  const folder = mkdtempSync(join(tmpdir(), 'script-'))
  const at = (name: string) => join(folder, name)
  mkdirSync(at('answers'))
  for (const [name, text] of Object.entries(answers)) {
    writeFileSync(at(`answers/${name}`), text)
    if (text.startsWith('#!')) chmodSync(at(`answers/${name}`), 0o755)
  }
  copyFileSync('test/targets/ecr/aws-stub.sh', at('aws'))
  chmodSync(at('aws'), 0o755)
  writeFileSync(
    at('docker'),
    '#!/usr/bin/env bash\necho "docker $*" >>"$CALLS"\nif [ "$1" = login ]; then cat >/dev/null; fi\n',
    { mode: 0o755 },
  )
  writeFileSync(at('run.sh'), script)
  const env = {
    PATH: `${folder}:${process.env.PATH ?? ''}`,
    CALLS: at('calls'),
    ANSWERS: at('answers'),
    GITHUB_OUTPUT: at('outputs'),
    GITHUB_STEP_SUMMARY: at('summary'),
    POLL_SECONDS: '0',
    SERVICE: 'shop-production-web',
    ...variables,
  }
  const { status, stdout, stderr } = spawnSync('bash', [at('run.sh'), ...args], { env, encoding: 'utf8' })
  const text = (name: string) => (existsSync(at(name)) ? readFileSync(at(name), 'utf8') : '')
  const run = { code: status, output: stdout + stderr, calls: text('calls').split('\n'), outputs: text('outputs') }
  rmSync(folder, { recursive: true })
  return run
}
