/** A way to put something somewhere, as it shows in a line of a workflow or a script. */
export interface Destination {
  /** What goes into `Existing.to`. */
  readonly to: string
  readonly pattern: RegExp
}

/** Words without which no line of a pipeline deploys anything: most lines are settled by this one test. */
export const deploying =
  /deploy|publish|push|apply|upgrade|sync|upload|release|update-|pipeline|beanstalk|ssh|scp|rsync|gh-pages|surge|kubectl|helm|amplify|uses:|kaniko|func azure|start-job|\bup\b|\bcp\b|create-/i

/** In the order in which they are tried: a line counts for the first that matches. */
export const destinations: readonly Destination[] = [
  { to: 'apprunner', pattern: /amazon-app-runner-deploy|aws apprunner (create|update|start)/ },
  {
    to: 'amplify',
    pattern:
      /aws amplify (start|create-deployment|update)|ampx pipeline-deploy|amplify (publish|push)|webhooks\.amplify/,
  },
  { to: 'sam', pattern: /\bsam (deploy|package|sync)\b/ },
  { to: 'cdk', pattern: /\bcdk["']? deploy\b|run cdk:?deploy|youyo\/aws-cdk-github-actions/ },
  { to: 'sst', pattern: /\bsst deploy\b/ },
  {
    to: 'serverless-framework',
    pattern: /\b(serverless|sls|oss-serverless)(@\S+)? deploy\b|serverless\/github-action/,
  },
  { to: 'chalice', pattern: /\bchalice deploy\b/ },
  { to: 'copilot', pattern: /\bcopilot(-linux)? (svc |job |env |app |pipeline )?(deploy|package|init)\b/ },
  { to: 'ecs', pattern: /amazon-ecs-deploy|aws ecs (update-service|register-task|create-service)|\becs-deploy\b/ },
  { to: 'elastic-beanstalk', pattern: /beanstalk-deploy|\beb deploy\b|aws elasticbeanstalk/ },
  { to: 'lightsail', pattern: /aws lightsail/ },
  { to: 'lambda', pattern: /aws lambda (update-function|publish)|aws-lambda-deploy|lambda-action/ },
  { to: 'codedeploy', pattern: /aws deploy (create-deployment|push)|aws-code-deploy|codedeploy/ },
  { to: 'codepipeline', pattern: /aws codepipeline start|aws-codebuild-run-build|aws codebuild start/ },
  {
    to: 'cloudformation',
    pattern: /aws cloudformation (deploy|create-stack|update-stack)|aws-cloudformation-github-deploy|rain deploy/,
  },
  {
    to: 's3',
    pattern:
      /aws s3(api)? (sync|cp|mv|put-object)\s(?!\s*["']?s3:)|s3-sync-action|s3-deploy|s3cmd (sync|put)|cloudfront create-invalidation/,
  },
  {
    to: 'kubernetes',
    pattern:
      /\bkubectl (apply|set image|rollout|create)|\bhelm (upgrade|install)\b|helmfile (apply|sync)|argocd app|k8s-deploy/,
  },
  { to: 'terraform', pattern: /\b(terraform|tofu|terragrunt)\b.{0,80}\bapply\b|run-all apply/ },
  { to: 'pulumi', pattern: /\bpulumi up\b/ },
  { to: 'ansible', pattern: /\bansible-playbook\b.{0,80}deploy/ },
  { to: 'ecr', pattern: /amazon-ecr-login|docker push .*\.dkr\.ecr\.|ecr (get-login|create-repository)/ },
  {
    to: 'github-pages',
    pattern:
      /actions\/deploy-pages|actions-gh-pages|github-pages-deploy-action|\bgh-pages (-d|--dist)|git push .*gh-pages|mkdocs gh-deploy|ghaction-github-pages/,
  },
  { to: 'vercel', pattern: /vercel-action|\bvercel(@\S+)? .*(--prod|deploy|--prebuilt)|\bvercel deploy/ },
  {
    to: 'netlify',
    pattern: /actions-netlify|netlify(-cli)?(@\S+)? deploy|netlify\/actions|api\.netlify\.com\/build_hooks/,
  },
  {
    to: 'heroku',
    pattern: /heroku-deploy|git push .*heroku|heroku container:(push|release)|heroku-ci|dpl .*--provider=heroku/,
  },
  { to: 'fly', pattern: /\bfly(ctl)? deploy\b/ },
  { to: 'render', pattern: /api\.render\.com\/deploy|render-deploy|RENDER_DEPLOY_HOOK/ },
  { to: 'railway', pattern: /\brailway (up|deploy|redeploy)\b/ },
  { to: 'firebase', pattern: /firebase(-tools)?(@\S+)? .*deploy|action-hosting-deploy|firebase-action/ },
  { to: 'cloudflare', pattern: /wrangler(@\S+)? .*(deploy|publish)|cloudflare\/(wrangler|pages)-action/ },
  {
    to: 'azure',
    pattern:
      /[Aa]zure\/(webapps|static-web-apps|functions|container|aci|k8s|appservice)\S*|az webapp|az containerapp|func azure|AzureWebApp|AzureStaticWebApp/,
  },
  {
    to: 'google-cloud',
    pattern: /deploy-cloudrun|gcloud (beta )?(run|app|functions) (services )?(deploy|replace|update)|deploy-appengine/,
  },
  { to: 'digitalocean', pattern: /\bdoctl apps?\b|digitalocean\/app_action/ },
  { to: 'deno-deploy', pattern: /\bdeployctl\b/ },
  { to: 'cloud-foundry', pattern: /\bcf (push|deploy)\b/ },
  { to: 'surge', pattern: /\bsurge\b .*--domain|\bsurge \.?\// },
  { to: 'dokku', pattern: /dokku\/github-action|git push .*dokku/ },
  { to: 'kamal', pattern: /\bkamal (deploy|setup)\b/ },
  {
    to: 'server by SSH',
    pattern:
      /appleboy\/(ssh|scp)-action|ssh-deploy|rsync-deployments?|\brsync\b.*@|\bscp\b.*@|\bssh\b .*@|webfactory\/ssh-agent|FTP-Deploy-Action/,
  },
  {
    to: 'package registry',
    pattern:
      /\b(npm|pnpm|yarn|bun)( npm)? publish\b|gh-action-pypi-publish|twine upload|cargo publish|semantic-release|changesets\/action|changeset publish|gem push|nuget push|mvn\S* .*deploy|goreleaser|poetry publish|uv publish|electron-builder|action-gh-release|vsce publish|web-ext/,
  },
  { to: 'FastAPI Cloud', pattern: /\bfastapi deploy\b/ },
  {
    to: 'container registry',
    pattern: /docker\/build-push-action|docker (buildx build .*--push|push)\b|docker-compose push|kaniko/,
  },
]

/** Where one line puts something; null for none. A comment line has to be left out by the caller. */
export function destinationOf(line: string): string | null {
  if (!deploying.test(line)) return null
  return destinations.find(({ pattern }) => pattern.test(line))?.to ?? null
}

/** Destinations inside AWS: a second way to the same place has to be chosen by a person (case G46). */
export const awsDestinations: ReadonlySet<string> = new Set([
  ...['apprunner', 'amplify', 'sam', 'cdk', 'sst', 'serverless-framework', 'chalice', 'copilot', 'ecs', 'ecr'],
  ...['elastic-beanstalk', 'lightsail', 'lambda', 'codedeploy', 'codepipeline', 'cloudformation', 's3'],
])
