#!/usr/bin/env bash
# Deletes the stacks PREFIX-feature-* that did not change for two weeks. The next push to a branch makes its stack again.
# Usage: delete-old-feature-stacks.sh PREFIX BOOTSTRAP_STACK ROLE_OUTPUT
set -euo pipefail
prefix=$1 bootstrap=$2 role_output=$3
before=$(date -u -d '14 days ago' +%Y-%m-%dT%H:%M:%S)

role=$(aws cloudformation describe-stacks --stack-name "$bootstrap" --output text \
  --query "Stacks[0].Outputs[?OutputKey=='$role_output'].OutputValue")
stacks=$(aws cloudformation list-stacks --output text \
  --stack-status-filter CREATE_COMPLETE CREATE_FAILED ROLLBACK_COMPLETE UPDATE_COMPLETE UPDATE_ROLLBACK_COMPLETE DELETE_FAILED \
  --query "StackSummaries[?starts_with(StackName, '$prefix-feature-') && !ParentId && (LastUpdatedTime || CreationTime) < '$before'].StackName")
for stack in $stacks; do
  if [ "$stack" = None ]; then continue; fi
  echo "$stack goes: it did not change since $before"
  aws cloudformation delete-stack --stack-name "$stack" --role-arn "$role"
done
