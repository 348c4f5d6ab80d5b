import type { GeneratedFile } from '../../model.ts'
import type { Texts } from '../../text.ts'

export const webScriptPath = 'infra/cicd/deploy-web-function.sh'

/**
 * By `aws lambda-web deploy` and not by SAM: `AWS::Serverless::WebFunction` takes code that lies in S3 already, `sam build` and `sam package` do not
 * put it there: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-webfunction.html (2026-10).
 */
export const webScript = ({ lambdaWeb }: Texts): GeneratedFile => ({
  path: webScriptPath,
  mode: '100755',
  purpose: lambdaWeb.scriptPurpose,
  content: `#!/usr/bin/env bash
# Deploys a folder that is built and installed as a Lambda Web Function, then asks for an answer.
# Usage: deploy-web-function.sh FOLDER FUNCTION BOOTSTRAP_STACK PATH [ENTRY]
set -euo pipefail
folder=$1 function=$2 stack=$3 path=$4 entry=\${5:-}

output() {
  aws cloudformation describe-stacks --stack-name "$stack" \\
    --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue" --output text
}

if ! aws lambda-web get-web-function --generate-cli-skeleton >/dev/null 2>&1; then
  echo "::error::This runner's AWS CLI does not know Lambda Web Functions yet; a newer one is needed."
  exit 1
fi

options=()
if [ -n "$entry" ]; then options+=(--entry-point "$entry"); fi

# The runtime wants the server on 0.0.0.0:3000 and sets no PORT: most servers read it.
host=$(aws lambda-web deploy --name "$function" --code "$folder" --create --runtime nodejs24.x \\
  --endpoint-name default --auth-type ApplicationManaged \\
  --execution-role-arn "$(output WebFunctionRoleArn)" --bucket-name "$(output WebFunctionCodeName)" \\
  --env PORT=3000 --env NODE_ENV=production "\${options[@]}" --query endpointUrl --output text)

# A deployment ends well even when the server does not start: only an answer tells.
url="https://$host"
for attempt in $(seq 1 12); do
  status=$(curl --silent --output /dev/null --max-time 20 --write-out '%{http_code}' "$url$path" || true)
  echo "$attempt: $url$path answers $status"
  if [ "$status" -ge 200 ] && [ "$status" -lt 500 ]; then
    if [ -n "\${GITHUB_OUTPUT:-}" ]; then echo "url=$url" >>"$GITHUB_OUTPUT"; fi
    exit 0
  fi
  sleep "\${POLL_SECONDS:-10}"
done
echo "::error::$url$path does not answer. The new code is in service; run the workflow of an earlier commit again to go back."
exit 1
`,
})
