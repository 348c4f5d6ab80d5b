#!/usr/bin/env bash
# Deploys an image to an Amazon ECS Express Mode service and waits until it has all traffic.
# Usage: deploy-express.sh SETTINGS.json BOOTSTRAP_STACK APP IMAGE
set -euo pipefail
settings=$1 stack=$2 app=$3 image=$4
# One service for each app and environment, whatever else is in the account.
cluster=default name=$stack-$app

output() {
  aws cloudformation describe-stacks --stack-name "$stack" \
    --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue" --output text
}

# Every parameter below /STACK/APP becomes an environment variable of the same name. Only names are read here.
secrets=$(aws ssm get-parameters-by-path --path "/$stack/$app" \
  --query 'Parameters[].{name: Name, valueFrom: ARN}' --output json | jq 'map(.name |= (split("/") | last))')

input=$(jq \
  --arg name "$name" \
  --arg image "$image" \
  --arg execution "$(output EcsExecutionRoleArn)" \
  --arg infrastructure "$(output EcsInfrastructureRoleArn)" \
  --arg log_group "/ecs/$stack/$app" \
  --argjson secrets "$secrets" '
    .serviceName = $name
    | .executionRoleArn = $execution
    | .infrastructureRoleArn = $infrastructure
    | .primaryContainer.image = $image
    | .primaryContainer.awsLogsConfiguration = {logGroup: $log_group, logStreamPrefix: "ecs"}
    | .primaryContainer.secrets = ((.primaryContainer.secrets // []) + $secrets)
  ' "$settings")

# SUBNET_IDS (separated by commas) is where it runs; without it that is the default VPC.
if [ -n "${SUBNET_IDS:-}" ]; then
  input=$(jq --arg subnets "$SUBNET_IDS" '.networkConfiguration.subnets = ($subnets | split(","))' <<<"$input")
fi

service=None
if [ "$(aws ecs describe-clusters --clusters "$cluster" --query "length(clusters[?status=='ACTIVE'])")" != 0 ]; then
  service=$(aws ecs describe-services --cluster "$cluster" --services "$name" \
    --query "services[?status!='INACTIVE'].serviceArn | [0]" --output text)
fi

started=$(($(date +%s) - 5))
if [ "$service" = None ]; then
  echo "Creating the service $name with $image"
  service=$(aws ecs create-express-gateway-service --cli-input-json "$input" --query service.serviceArn --output text)
else
  echo "Updating the service $name to $image"
  update=$(jq --arg service "$service" 'del(.serviceName, .cluster, .infrastructureRoleArn, .tags) | .serviceArn = $service' <<<"$input")
  aws ecs update-express-gateway-service --cli-input-json "$update" --query service.serviceArn --output text
fi

active() {
  aws ecs describe-express-gateway-service --service-arn "$service" --query "service.activeConfigurations[0]$1" --output text
}

# 5 % of the traffic, then all of it, with a pause after each: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/express-service-update-full.html
status=PENDING
for attempt in $(seq 1 120); do
  deployment=$(aws ecs list-service-deployments --cluster "$cluster" --service "$service" \
    --created-at "after=$started" --query 'serviceDeployments[0].serviceDeploymentArn' --output text | head -n 1)
  if [ "$deployment" != None ] && [ -n "$deployment" ]; then
    read -r status reason < <(aws ecs describe-service-deployments --service-deployment-arns "$deployment" \
      --query 'serviceDeployments[0].[status, statusReason]' --output text)
    echo "$status"
  elif [ "$attempt" -gt 12 ] && [ "$(active '.primaryContainer.image')" = "$image" ]; then
    echo "Nothing changed: $image was in service already"
    status=SUCCESSFUL
  fi
  case $status in
    SUCCESSFUL) break ;;
    FAILED | STOPPED | ROLLBACK_SUCCESSFUL | ROLLBACK_FAILED)
      echo "::error::The deployment ended as $status: $reason. The previous image keeps the traffic. Logs: /ecs/$stack/$app"
      exit 1
      ;;
  esac
  sleep "${POLL_SECONDS:-15}"
done
if [ "$status" != SUCCESSFUL ]; then
  echo "::error::The deployment is still $status after $attempt looks. It goes on in AWS; see the service $name in the ECS console."
  exit 1
fi

url="https://$(active '.ingressPaths[0].endpoint' | sed -E 's!^https?://!!')"
echo "$url serves $image"
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  echo "url=$url" >>"$GITHUB_OUTPUT"
  echo "[$name]($url) serves \`$image\`" >>"$GITHUB_STEP_SUMMARY"
fi
