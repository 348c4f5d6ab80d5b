import type { App, Delivery, GeneratedFile } from '../../model.ts'
import type { Texts } from '../../text.ts'
import { testEnv } from '../ci/test-env.ts'
import { shellWord } from '../shell.ts'
import { managerLines } from './package-managers.ts'

/** Where the commands lie that test and build an app. */
export function buildScriptPath(app: App): string {
  return `infra/cicd/${app.name}/build.sh`
}

/**
 * The one place with commands of the repository: the files of the providers call it, so that none of them has to quote what is foreign.
 * Each command gets a shell of its own, as a workflow's step does.
 */
export function buildScript(delivery: Delivery, texts: Texts['providers']): GeneratedFile {
  const { app, build } = delivery
  const lines = build.map(({ title, command, tests }) => `${tests ? 'check' : 'run'} '${title}' ${shellWord(command)}`)
  return {
    path: buildScriptPath(app),
    mode: '100755',
    purpose: texts.buildScript(app.name),
    content: `#!/usr/bin/env bash
# Installs, tests and builds ${app.name}. It needs no AWS credentials, and runs the same way on your machine.
# Usage: build.sh [--without-tests]
# shellcheck disable=SC2016
set -euo pipefail
cd "$(dirname "$0")/../../.."
${app.root === '.' ? '' : `cd -- ${shellWord(app.root)}\n`}
run() {
  echo "--- $1"
  bash -e -c "$2"
}

${build.some(({ tests }) => tests) ? checkFunction : ''}${[...managerLines(app), ...variables(app), ...lines].join('\n')}
`,
  }
}

/** What tests want to be told, as CI of GitHub Actions tells them. */
function variables(app: App): readonly string[] {
  return Object.entries(testEnv(app)).map(([name, value]) => `export ${name}=${shellWord(String(value))}`)
}

const checkFunction = `mode=\${1:-}
check() {
  if [ "$mode" != --without-tests ]; then run "$@"; fi
}

`
