#!/usr/bin/env bash
# Installs, tests and builds shop. It needs no AWS credentials, and runs the same way on your machine.
# Usage: build.sh [--without-tests]
# shellcheck disable=SC2016
set -euo pipefail
cd "$(dirname "$0")/../../.."

run() {
  echo "--- $1"
  bash -e -c "$2"
}

mode=${1:-}
check() {
  if [ "$mode" != --without-tests ]; then run "$@"; fi
}

export PATH="$HOME/.local/bin:$PATH"
command -v uv >/dev/null || { pip3 install --user uv; }
run 'Install dependencies' 'uv sync --frozen'
check 'Test' 'uv run pytest'
check 'Check the template' 'AWS_DEFAULT_REGION=us-east-1 sam validate --lint --template template.yaml || echo '\''sam validate has findings, which do not stop the build'\'''
run 'Build' 'sam build'
