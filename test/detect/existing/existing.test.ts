import { describe, expect, it } from 'vitest'
import { detect } from '../../../src/detect.ts'
import { treeOf } from '../../tree-of.ts'

const existingOf = (files: Readonly<Record<string, string>>) =>
  detect(treeOf(files)).existing.map(({ path, role, to, line }) => [
    role,
    to,
    `${path}${line === null ? '' : `:${line}`}`,
  ])

const workflow = (...steps: readonly string[]) =>
  `on:\n  push:\n    branches: [main]\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`

describe('a workflow is named by what it does', () => {
  it.each([
    ['uses: aws-actions/amazon-ecs-deploy-task-definition@v2', 'ecs'],
    ['uses: awslabs/amazon-app-runner-deploy@main', 'apprunner'],
    ['run: sam deploy --no-confirm-changeset', 'sam'],
    ['run: npx cdk deploy --all', 'cdk'],
    ['run: npx sst deploy --stage prod', 'sst'],
    ['run: npx serverless deploy', 'serverless-framework'],
    ['run: aws s3 sync dist s3://bucket --delete', 's3'],
    ['run: aws lambda update-function-code --function-name f', 'lambda'],
    ['run: aws amplify start-job --app-id x', 'amplify'],
    ['uses: einaregilsson/beanstalk-deploy@v22', 'elastic-beanstalk'],
    ['uses: actions/deploy-pages@v4', 'github-pages'],
    ['uses: peaceiris/actions-gh-pages@v4', 'github-pages'],
    ['uses: akhileshns/heroku-deploy@v3', 'heroku'],
    ['run: flyctl deploy --remote-only', 'fly'],
    ['run: vercel deploy --prebuilt --prod', 'vercel'],
    ['uses: FirebaseExtended/action-hosting-deploy@v0', 'firebase'],
    ['uses: cloudflare/wrangler-action@v3', 'cloudflare'],
    ['uses: azure/webapps-deploy@v3', 'azure'],
    ['uses: google-github-actions/deploy-cloudrun@v2', 'google-cloud'],
    ['uses: appleboy/ssh-action@v1', 'server by SSH'],
    ['run: kubectl apply -f k8s', 'kubernetes'],
    ['run: terraform apply -auto-approve', 'terraform'],
    ['run: npm publish', 'package registry'],
  ])('%s', (step, to) => {
    expect(existingOf({ '.github/workflows/main.yml': workflow(step) })).toEqual([
      ['deploy', to, '.github/workflows/main.yml:8'],
    ])
  })

  it('tests are CI, and a workflow that neither tests nor deploys is left out', () => {
    expect(
      existingOf({
        '.github/workflows/test.yaml': workflow('run: npm test'),
        '.github/workflows/stale.yml': workflow('uses: actions/stale@v9'),
      }),
    ).toEqual([['ci', null, '.github/workflows/test.yaml:8']])
  })

  it('one that deploys and tests pull requests is both', () => {
    const text = workflow('run: pytest', 'run: sam deploy').replace('on:\n', 'on:\n  pull_request:\n')
    expect(existingOf({ '.github/workflows/a.yml': text }).map(([role]) => role)).toEqual(['deploy', 'ci'])
  })

  it('an image that is built and not pushed goes nowhere', () => {
    const build = 'uses: docker/build-push-action@v6'
    expect(existingOf({ '.github/workflows/a.yml': workflow(build) })).toEqual([])
    expect(existingOf({ '.github/workflows/a.yml': workflow(build, 'with:\n          push: true') })[0]?.[1]).toBe(
      'container registry',
    )
  })

  it('a registry on the way to a service is not named besides it', () => {
    const steps = ['uses: aws-actions/amazon-ecr-login@v2', 'run: aws ecs update-service --force-new-deployment']
    expect(existingOf({ '.github/workflows/a.yml': workflow(...steps) }).map(([, to]) => to)).toEqual(['ecs'])
  })

  it('Terraform with AWS credentials deploys to AWS', () => {
    const steps = ['uses: aws-actions/configure-aws-credentials@v4', 'run: terraform apply tfplan']
    expect(existingOf({ '.github/workflows/a.yml': workflow(...steps) })[0]?.[1]).toBe('AWS by terraform')
  })

  it('what is commented out does nothing, and what tears down deploys nothing', () => {
    expect(existingOf({ '.github/workflows/a.yml': workflow('name: x').concat('      # run: sam deploy\n') })).toEqual(
      [],
    )
    expect(existingOf({ '.github/workflows/destroy.yml': workflow('run: terraform apply plan') })).toEqual([])
  })

  it('the name of a file that calls a workflow elsewhere says that it deploys', () => {
    const text = 'on: push\njobs:\n  a:\n    uses: org/shared/.github/workflows/x.yml@main\n'
    expect(existingOf({ '.github/workflows/deploy.yml': text })[0]?.[1]).toBe('a place it does not name')
  })
})

describe('the folder that a pipeline deploys', () => {
  const rootsOf = (text: string) =>
    detect(treeOf({ '.github/workflows/deploy.yml': text }))
      .existing.filter(({ role }) => role === 'deploy')
      .map(({ to, root }) => [to, root])

  it('is that of the step, not of another step of the same job', () => {
    const text = workflow(
      'run: sam deploy --stack-name x',
      'name: pages\n        working-directory: frontend\n        run: npm run build',
    )
    expect(rootsOf(text)).toEqual([['sam', null]])
    expect(
      rootsOf(workflow('run: |\n          sam build\n          sam deploy\n        working-directory: ./api/')),
    ).toEqual([['sam', 'api']])
  })

  it('is the default of the job, else of the workflow', () => {
    const job = workflow('name: deploy\n        run: npx cdk deploy --all').replace(
      '    steps:',
      '    defaults:\n      run:\n        working-directory: infra\n    steps:',
    )
    expect(rootsOf(job)).toEqual([['cdk', 'infra']])
    expect(rootsOf(`defaults:\n  run:\n    working-directory: stack\n${workflow('run: npx sst deploy')}`)).toEqual([
      ['sst', 'stack'],
    ])
    const other = job.replace('jobs:', 'jobs:\n  b:\n    runs-on: x\n    steps:\n      - run: sam deploy\n')
    expect(rootsOf(other)).toEqual([
      ['sam', null],
      ['cdk', 'infra'],
    ])
  })

  it('is the one folder that the workflow works in, for what uploads a build', () => {
    const text = workflow('working-directory: web\n        run: npm run build', 'run: aws s3 sync web/dist s3://b')
    expect(rootsOf(text)).toEqual([['s3', 'web']])
  })
})

describe('other files of delivery', () => {
  it.each([
    ['vercel.json', '{}', 'config', 'vercel'],
    ['netlify.toml', '', 'config', 'netlify'],
    ['render.yaml', '', 'config', 'render'],
    ['fly.toml', '', 'config', 'fly'],
    ['Procfile', 'web: x', 'config', 'heroku'],
    ['amplify.yml', 'version: 1', 'config', 'amplify'],
    ['backend/apprunner.yaml', 'version: 1.0', 'config', 'apprunner'],
    ['samconfig.toml', '', 'config', 'sam'],
    ['app.json', '{"formation": {}}', 'config', 'heroku'],
    ['copilot/api/manifest.yml', 'name: api', 'config', 'copilot'],
    ['copilot/pipelines/main/manifest.yml', 'name: p', 'deploy', 'copilot'],
    ['.gitlab-ci.yml', 'test:\n  script: npm test', 'ci', null],
    ['infra/buildspec.yml', 'phases:\n  build:\n    commands:\n      - sam deploy', 'deploy', 'sam'],
    ['cicd/pipeline.yml', 'Resources:\n  P:\n    Type: AWS::CodePipeline::Pipeline', 'deploy', 'codepipeline'],
    ['infra/main.tf', 'resource "aws_vpc" "main" {}', 'config', 'AWS by terraform'],
    ['k8s/app.yaml', 'kind: Deployment\n', 'config', 'kubernetes'],
    ['deploy.sh', 'rsync -a . me@host:/srv', 'config', 'server by SSH'],
  ])('%s', (path, text, role, to) => {
    expect(existingOf({ [path]: text })[0]?.slice(0, 2)).toEqual([role, to])
  })

  it("D33 an app.json of Expo is not Heroku's", () => {
    expect(existingOf({ 'app.json': '{"expo": {"name": "x"}}' })).toEqual([])
    expect(existingOf({ 'app.json': '{"name": "x", "displayName": "X"}' })).toEqual([])
  })
})
