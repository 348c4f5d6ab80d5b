#!/usr/bin/env bash
# Deploys an image as an ECS service without load balancer, in the default VPC, by CloudFormation.
# Usage: deploy-worker.sh TEMPLATE.yaml BOOTSTRAP_STACK APP IMAGE
# Set SUBNET_IDS (separated by commas) to run it elsewhere.
set -euo pipefail
template=$1 stack=$2 app=$3 image=$4

output() {
  aws cloudformation describe-stacks --stack-name "$stack" \
    --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue" --output text
}

if [ -n "${SUBNET_IDS:-}" ] && [ -z "${VPC_ID:-}" ]; then
  VPC_ID=$(aws ec2 describe-subnets --subnet-ids "${SUBNET_IDS%%,*}" --query 'Subnets[0].VpcId' --output text)
fi
vpc=${VPC_ID:-$(aws ec2 describe-vpcs --filters Name=is-default,Values=true --query 'Vpcs[0].VpcId' --output text)}
if [ "$vpc" = None ]; then
  echo "::error::This Region has no default VPC. Set the subnets of the environment in .github/cicd.yml, or run: aws ec2 create-default-vpc"
  exit 1
fi
subnets=${SUBNET_IDS:-$(aws ec2 describe-subnets --filters "Name=vpc-id,Values=$vpc" Name=default-for-az,Values=true \
  --query 'Subnets[].SubnetId' --output text | tr '\t' ',')}

aws cloudformation deploy --stack-name "$stack-$app" --template-file "$template" \
  --role-arn "$(output EcsStackRoleArn)" --no-fail-on-empty-changeset \
  --parameter-overrides "Image=$image" "ExecutionRoleArn=$(output EcsExecutionRoleArn)" \
  "LogGroupName=/ecs/$stack/$app" "ParameterPath=/$stack/$app" "VpcId=$vpc" "SubnetIds=$subnets"
echo "$app runs $image"
