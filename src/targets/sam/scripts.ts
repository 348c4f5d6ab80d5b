import type { GeneratedFile } from '../../model.ts'
import type { Texts } from '../../text.ts'

export const deployScriptPath = 'infra/cicd/deploy-sam.sh'
export const featureScriptPath = 'infra/cicd/feature-stack.sh'
export const sweepScriptPath = 'infra/cicd/delete-old-feature-stacks.sh'

/** Shell lines that make a part for people and a digest of `$branch`, both fit for the name of a stack. */
export const namingLines: readonly string[] = [
  "part=$(printf '%s' \"${branch#feature/}\" | tr '[:upper:]' '[:lower:]' | tr -cs 'a-z0-9' '-' | cut -c 1-16 | sed -E 's/^-+|-+$//g')",
  'digest=$(printf \'%s\' "$branch" | sha256sum | cut -c 1-8)',
]

/** Deploys what was built before, without building again; settings of the environment come from `samconfig.toml` where it has some. */
export const deployScript = ({ sam }: Texts): GeneratedFile => ({
  path: deployScriptPath,
  mode: '100755',
  purpose: sam.deployScript,
  content: `#!/usr/bin/env bash
# Deploys a SAM application that was built before. Nothing is built here.
# Usage: deploy-sam.sh FOLDER STACK BOOTSTRAP_STACK ENVIRONMENT ROLE_OUTPUT IMAGES_OUTPUT
# A section [ENVIRONMENT.deploy.parameters] of samconfig.toml gives parameters; [default…] is for developers and is not read.
set -euo pipefail
folder=$1 stack=$2 bootstrap=$3 environment=$4 role_output=$5 images_output=$6

output() {
  aws cloudformation describe-stacks --stack-name "$bootstrap" \\
    --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue" --output text
}

cd "$folder"
options=()
repository=$(output "$images_output")
if [ -n "$repository" ]; then options+=(--image-repository "$repository"); fi

sam deploy --template-file .aws-sam/build/template.yaml --stack-name "$stack" --config-env "$environment" \\
  --s3-bucket "$(output SamArtifactsBucketName)" --s3-prefix "$stack" --role-arn "$(output "$role_output")" \\
  --capabilities CAPABILITY_IAM CAPABILITY_NAMED_IAM CAPABILITY_AUTO_EXPAND \\
  --no-confirm-changeset --no-fail-on-empty-changeset --no-progressbar "\${options[@]}"

{
  echo "### $stack"
  aws cloudformation describe-stacks --stack-name "$stack" --output text \\
    --query 'Stacks[0].Outputs[].[OutputKey, OutputValue]' | sed 's/^/- /'
} >>"\${GITHUB_STEP_SUMMARY:-/dev/stdout}"
`,
})

/** Two branches never share a stack: the name carries a part of the branch for people and a digest of all of it. */
export const featureScript = ({ sam }: Texts): GeneratedFile => ({
  path: featureScriptPath,
  mode: '100755',
  purpose: sam.featureScript,
  content: `#!/usr/bin/env bash
# The name of the stack of a feature branch: PREFIX-feature-PART-DIGEST. The digest tells branches apart that differ in punctuation only.
# Usage: feature-stack.sh PREFIX BRANCH
set -euo pipefail
prefix=$1 branch=$2
${namingLines.join('\n')}
echo "$prefix-feature-\${part:+$part-}$digest"
`,
})

/** For providers that do not tell when a branch goes. */
export const sweepScript = ({ sam }: Texts): GeneratedFile => ({
  path: sweepScriptPath,
  mode: '100755',
  purpose: sam.sweepScript,
  content: `#!/usr/bin/env bash
# Deletes the stacks PREFIX-feature-* that did not change for two weeks. The next push to a branch makes its stack again.
# Usage: delete-old-feature-stacks.sh PREFIX BOOTSTRAP_STACK ROLE_OUTPUT
set -euo pipefail
prefix=$1 bootstrap=$2 role_output=$3
before=$(date -u -d '14 days ago' +%Y-%m-%dT%H:%M:%S)

role=$(aws cloudformation describe-stacks --stack-name "$bootstrap" --output text \\
  --query "Stacks[0].Outputs[?OutputKey=='$role_output'].OutputValue")
stacks=$(aws cloudformation list-stacks --output text \\
  --stack-status-filter CREATE_COMPLETE CREATE_FAILED ROLLBACK_COMPLETE UPDATE_COMPLETE UPDATE_ROLLBACK_COMPLETE DELETE_FAILED \\
  --query "StackSummaries[?starts_with(StackName, '$prefix-feature-') && !ParentId && (LastUpdatedTime || CreationTime) < '$before'].StackName")
for stack in $stacks; do
  if [ "$stack" = None ]; then continue; fi
  echo "$stack goes: it did not change since $before"
  aws cloudformation delete-stack --stack-name "$stack" --role-arn "$role"
done
`,
})
