import type { GeneratedFile } from '../../../model.ts'
import type { Texts } from '../../../text.ts'
import { imageScriptPath } from './names.ts'

const script = `#!/usr/bin/env bash
# Puts an image into service on App Runner, by CloudFormation, which waits until the service runs or has gone back.
# Usage: SERVICE=name deploy-apprunner.sh TEMPLATE.yaml BOOTSTRAP_STACK APP IMAGE
set -euo pipefail
template=$1 stack=$2 app=$3 image=$4

output() {
  aws cloudformation describe-stacks --stack-name "$1" \\
    --query "Stacks[0].Outputs[?OutputKey=='$2'].OutputValue" --output text
}

role=$(output "$stack" AppRunnerStackRoleArn)
status=$(aws cloudformation describe-stacks --stack-name "$stack-$app" --query 'Stacks[0].StackStatus' --output text 2>/dev/null || true)
if [ "$status" = ROLLBACK_COMPLETE ]; then
  echo "The first deployment of $app failed. Its empty stack makes room for this one."
  aws cloudformation delete-stack --stack-name "$stack-$app" --role-arn "$role"
  aws cloudformation wait stack-delete-complete --stack-name "$stack-$app"
fi

aws cloudformation deploy --stack-name "$stack-$app" --template-file "$template" \\
  --role-arn "$role" --no-fail-on-empty-changeset \\
  --parameter-overrides "Image=$image" "ServiceName=$SERVICE" "ParameterPath=/$stack/$app" \\
  "AccessRoleArn=$(output "$stack" AppRunnerAccessRoleArn)" "InstanceRoleArn=$(output "$stack" AppRunnerInstanceRoleArn)"
url=$(output "$stack-$app" Url)
echo "$app runs $image at $url"
echo "url=$url" >>"$GITHUB_OUTPUT"
`

export const imageScript = (texts: Texts): GeneratedFile => ({
  path: imageScriptPath,
  mode: '100755',
  content: script,
  purpose: texts.apprunner.scriptPurpose,
})
