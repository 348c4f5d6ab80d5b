#!/usr/bin/env bash
# Deploys a SAM application that was built before. Nothing is built here.
# Usage: deploy-sam.sh FOLDER STACK BOOTSTRAP_STACK ENVIRONMENT ROLE_OUTPUT IMAGES_OUTPUT
# A section [ENVIRONMENT.deploy.parameters] of samconfig.toml gives parameters; [default…] is for developers and is not read.
set -euo pipefail
folder=$1 stack=$2 bootstrap=$3 environment=$4 role_output=$5 images_output=$6

output() {
  aws cloudformation describe-stacks --stack-name "$bootstrap" \
    --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue" --output text
}

cd "$folder"
options=()
repository=$(output "$images_output")
if [ -n "$repository" ]; then options+=(--image-repository "$repository"); fi

sam deploy --template-file .aws-sam/build/template.yaml --stack-name "$stack" --config-env "$environment" \
  --s3-bucket "$(output SamArtifactsBucketName)" --s3-prefix "$stack" --role-arn "$(output "$role_output")" \
  --capabilities CAPABILITY_IAM CAPABILITY_NAMED_IAM CAPABILITY_AUTO_EXPAND \
  --no-confirm-changeset --no-fail-on-empty-changeset --no-progressbar "${options[@]}"

{
  echo "### $stack"
  aws cloudformation describe-stacks --stack-name "$stack" --output text \
    --query 'Stacks[0].Outputs[].[OutputKey, OutputValue]' | sed 's/^/- /'
} >>"${GITHUB_STEP_SUMMARY:-/dev/stdout}"
