import type { bootstrap as english } from '../en/bootstrap.ts'

export const bootstrap: typeof english = {
  signsIn: 'GitHub Actions が OIDC でサインイン',
  costs: 'OIDC プロバイダーとデプロイ用ロールは無料です。',
  purposeTrusting: 'CloudFormation: このリポジトリだけが、キーを保存せずにデプロイできるようにします',
  purpose: 'CloudFormation: デプロイの前に AWS 側で必要なもの',
  providerStays: '（OIDC プロバイダーは、ほかのリポジトリが使っている可能性があるため残ります）',
  leftover: (stack: string, stays: string) =>
    `スタック \`${stack}\`: \`aws cloudformation delete-stack --stack-name ${stack}\`${stays}`,
  allow: (stage: string) => `このリポジトリに ${stage} へのデプロイを許可する`,
  prepare: (stage: string) => `${stage} に向けて AWS を準備する`,
  tellRole: (stage: string) => `GitHub Actions に ${stage} のロールとリージョンを設定する`,
  makesEnvironment: (stage: string, branch: string) =>
    `環境 ${stage} を作成し、${branch} からのデプロイだけを許可したうえで、変数を 2 つ設定します。どちらも機密情報ではありません。Free プランのプライベートリポジトリでは環境を使えません。その場合は \`.github/cicd.yml\` に \`environments: none\` と書いて、\`/cicd setup\` をもう一度実行してください。`,
  setsVariables: 'リポジトリの変数を 2 つ設定します。どちらも機密情報ではありません。',
  roleVariable: 'デプロイのジョブが引き受けるロール',
  regionVariable: 'デプロイ先のリージョン',
  runOnce: (account, lookUp, provider) =>
    `このブランチをチェックアウトし、${account ? `アカウント ${account} ` : 'デプロイ先の AWS アカウント'}に管理者権限でサインインして、一度だけ実行してください。${lookUp}${provider ? `${provider === 'Bitbucket' ? 'この Bitbucket ワークスペース' : `${provider} `}用の OIDC プロバイダーがアカウントにすでにあるかどうかは、コマンドが自動で判定します。` : ''}`,
}
