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

run 'Install dependencies' 'npm ci'
check 'Test' 'npm test'
