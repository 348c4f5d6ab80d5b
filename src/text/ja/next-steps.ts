import type { nextSteps as english } from '../en/next-steps.ts'

export const nextSteps: typeof english = {
  ruledOut: 'デプロイ先が設定またはアカウントによって除外されています。理由は各デプロイ先に記載しています。',
  tools: {
    'serverless-framework': {
      name: 'Serverless Framework',
      says: 'デフォルトブランチのワークフローで専用のコマンド `npx serverless deploy --stage production` を実行し、保存したキーではなく、パイプラインが OIDC でサインインするロールを使ってください。バージョン 4 では、CI にライセンスキーまたはログイン（`SERVERLESS_ACCESS_KEY`）が必要です。関数を SAM テンプレートに移せば、ここでパイプラインを生成できます。',
    },
    sst: {
      name: 'SST',
      says: 'デフォルトブランチのワークフローで専用のコマンド `npx sst deploy --stage production` を実行し、保存したキーではなく、パイプラインが OIDC でサインインするロールを使ってください。何が作成されるかは設定によって決まるため、ロールに与える権限は手作業で書く必要があります。',
    },
    chalice: {
      name: 'Chalice',
      says: '`chalice deploy` でデプロイします。パイプラインにする場合は、`chalice package --template-format yaml out` で SAM テンプレートを出力できます。この手順をビルドとしてコミットすれば、SAM パイプラインを生成できます。',
    },
    'amplify-gen2': {
      name: 'Amplify Gen 2 のバックエンド',
      says: 'Amplify Hosting が、接続したブランチごとに `npx ampx pipeline-deploy` を実行してデプロイします。Amplify コンソールでリポジトリを接続してください。ほかのパイプラインは不要です。',
    },
    copilot: {
      name: 'AWS Copilot',
      says: 'サポートは 2026-06-12 に終了しました。作成されたスタックは通常の CloudFormation スタックなので、動き続けます。各サービスを ECS Express Mode に移し（`/cicd setup --target=ecr`）、Copilot のスタックを削除してください。',
    },
    'elastic-beanstalk': {
      name: 'Elastic Beanstalk',
      says: 'ワークフローで、S3 に置いたバンドルから `aws elasticbeanstalk create-application-version` と `update-environment` を実行し、保存したキーではなく、パイプラインが OIDC でサインインするロールを使ってください。Dockerfile のあるサーバーは、代わりに ECS Express Mode に移すこともできます（`/cicd setup --target=ecr`）。',
    },
    cloudformation: {
      name: '通常の CloudFormation テンプレート',
      says: 'ワークフローで `aws cloudformation deploy` を実行し、保存したキーではなく、パイプラインが OIDC でサインインするロールを使ってください。CloudFormation に必要な権限はテンプレートによって決まるため、手作業で書く必要があります。',
    },
    architect: {
      name: 'Architect',
      says: 'デフォルトブランチのワークフローで専用のコマンド `npx arc deploy --production` を実行し、保存したキーではなく、パイプラインが OIDC でサインインするロールを使ってください。',
    },
    lambda: {
      name: 'テンプレートのない Lambda 関数',
      says: 'デプロイ方法を定義したものがありません。SAM テンプレート（`Transform: AWS::Serverless-2016-10-31` を含む `template.yaml`）を書いて、もう一度コマンドを実行してください。SAM テンプレートがあれば、パイプラインを生成できます。',
    },
    'firebase-functions': {
      name: 'Firebase',
      says: 'Google Cloud で動き、`firebase deploy` でデプロイします。このままでは AWS で動きません。',
    },
    'azure-functions': { name: 'Azure Functions', says: 'Azure で動きます。このままでは AWS で動きません。' },
    'cloudflare-workers': {
      name: 'Cloudflare Workers',
      says: 'Cloudflare で動き、`wrangler deploy` でデプロイします。このままでは AWS で動きません。',
    },
  },
  tool: ({ name, says }, link) => `${name} については、ここではパイプラインを生成しません。${says}詳細: ${link}`,
  unknown: (what) =>
    `${what ?? 'このアプリ'} を AWS にデプロイする方法は、ここでは用意していません。パイプラインは手作業で書く必要があります。`,
  needsImage: (why) =>
    `イメージがあればコンテナとしてデプロイできます（${why}）。アプリを起動する Dockerfile を追加して、もう一度コマンドを実行してください。`,
}
