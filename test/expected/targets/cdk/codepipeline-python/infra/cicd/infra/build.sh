#!/usr/bin/env bash
# Installs, tests and builds infra. It needs no AWS credentials, and runs the same way on your machine.
# Usage: build.sh [--without-tests]
# shellcheck disable=SC2016
set -euo pipefail
cd "$(dirname "$0")/../../.."
cd -- infra

run() {
  echo "--- $1"
  bash -e -c "$2"
}

export PATH="$HOME/.local/bin:$PATH"
command -v uv >/dev/null || { pip3 install --user uv; }
run 'Install dependencies' 'uv sync --frozen'
