#!/usr/bin/env bash
# Takes the role AWS_ROLE_ARN for the rest of the shell that reads this file: . infra/cicd/assume-role.sh
set -euo pipefail
credentials=$(aws sts assume-role --role-arn "$AWS_ROLE_ARN" --role-session-name "cicd-$(date +%s)" \
  --query 'Credentials.[AccessKeyId, SecretAccessKey, SessionToken]' --output text)
read -r AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN <<<"$credentials"
export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_DEFAULT_REGION="$AWS_REGION"
