#!/usr/bin/env bash
# The name of the stack of a feature branch: PREFIX-feature-PART-DIGEST. The digest tells branches apart that differ in punctuation only.
# Usage: feature-stack.sh PREFIX BRANCH
set -euo pipefail
prefix=$1 branch=$2
part=$(printf '%s' "${branch#feature/}" | tr '[:upper:]' '[:lower:]' | tr -cs 'a-z0-9' '-' | cut -c 1-16 | sed -E 's/^-+|-+$//g')
digest=$(printf '%s' "$branch" | sha256sum | cut -c 1-8)
echo "$prefix-feature-${part:+$part-}$digest"
