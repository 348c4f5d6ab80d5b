# Let this repository deploy to `production`
create=$(aws iam list-open-id-connect-providers --query 'length(OpenIDConnectProviderList[?ends_with(Arn, `"/token.actions.githubusercontent.com"`)]) == `0`' --output text | tr TF tf)
aws cloudformation deploy --stack-name cicd-shop-production --template-file infra/cicd/bootstrap.yaml --capabilities CAPABILITY_IAM --parameter-overrides Environment=production CreateOidcProvider="$create" GitHubOwnerId="$(gh api repos/octo-org/shop --jq .owner.id)" GitHubRepositoryId="$(gh api repos/octo-org/shop --jq .id)"

# Tell GitHub Actions the role and the region of `production`
gh api --silent -X PUT repos/octo-org/shop/environments/production -F 'deployment_branch_policy[protected_branches]=false' -F 'deployment_branch_policy[custom_branch_policies]=true'
gh api --silent -X POST repos/octo-org/shop/environments/production/deployment-branch-policies -f name=main
gh variable set AWS_ROLE_ARN --env production --body "$(aws cloudformation describe-stacks --stack-name cicd-shop-production --query "Stacks[0].Outputs[?OutputKey=='DeployRoleArn'].OutputValue" --output text)"
gh variable set AWS_REGION --env production --body "$(aws configure get region)"
