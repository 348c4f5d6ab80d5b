/** The shell functions that the commands of the plan use. */
export function functionsScript(region: string | null): string {
  return `# Functions for the commands in PLAN.md: . infra/accounts/functions.sh
# Each account has a profile of its name in ~/.aws/config, and AWS_REGION says where.
# With PREVIEW=1 deploy only makes a change set and changes nothing.

${region === null ? ': "${AWS_REGION:?export AWS_REGION first}"' : `export AWS_REGION="\${AWS_REGION:-${region}}"`}

# account PROFILE: its number
account() {
  aws sts get-caller-identity --profile "$1" --query Account --output text
}

# role PROFILE: the ARN of the role that the profile has, as trust policies want it
role() {
  aws iam get-role --profile "$1" --query Role.Arn --output text \\
    --role-name "$(aws sts get-caller-identity --profile "$1" --query Arn --output text | cut -d/ -f2)"
}

# sso KEY: InstanceArn or IdentityStoreId of IAM Identity Center
sso() {
  aws sso-admin list-instances --profile management --query "Instances[0].$1" --output text
}

# group NAME: the id of a group of IAM Identity Center
group() {
  aws identitystore get-group-id --profile management --identity-store-id "$(sso IdentityStoreId)" \\
    --query GroupId --output text \\
    --alternate-identifier "UniqueAttribute={AttributePath=displayName,AttributeValue=$1}"
}

# output PROFILE STACK NAME: what a stack gives
output() {
  aws cloudformation describe-stacks --profile "$1" --stack-name "accounts-$2" --output text \\
    --query "Stacks[0].Outputs[?OutputKey=='$3'].OutputValue"
}

# stacks PROFILE: what was deployed there from here, and how it stands
stacks() {
  aws cloudformation describe-stacks --profile "$1" --output table \\
    --query "Stacks[?starts_with(StackName, 'accounts-')].[StackName,StackStatus]"
}

# remove PROFILE STACK: takes a stack away and waits until it is gone
remove() {
  echo "$2 in $1 ($(account "$1")) goes"
  aws cloudformation delete-stack --profile "$1" --stack-name "accounts-$2" &&
    aws cloudformation wait stack-delete-complete --profile "$1" --stack-name "accounts-$2"
}

# deploy PROFILE STACK FILE NAME=VALUE...
deploy() {
  local profile=$1 stack=$2 file=$3
  shift 3
  echo "$stack in $profile ($(account "$profile"))"
  aws cloudformation deploy --profile "$profile" --stack-name "accounts-$stack" --template-file "$file" \\
    --capabilities CAPABILITY_IAM --no-fail-on-empty-changeset \${PREVIEW:+--no-execute-changeset} \\
    \${1:+--parameter-overrides} "$@"
}
`
}
