#!/usr/bin/env bash
# Installs, tests and builds api. It needs no AWS credentials, and runs the same way on your machine.
# Usage: build.sh [--without-tests]
# shellcheck disable=SC2016
set -euo pipefail
cd "$(dirname "$0")/../../.."
cd -- apps/api

run() {
  echo "--- $1"
  bash -e -c "$2"
}

mode=${1:-}
check() {
  if [ "$mode" != --without-tests ]; then run "$@"; fi
}

run 'Install dependencies' 'npm ci'
run 'Lint' 'npm run lint'
check 'Test' 'npm test'
