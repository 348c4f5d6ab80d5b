import type { cdk as english } from '../en/cdk.ts'
import { inOrder } from './in-order.ts'

export const cdk: typeof english = {
  takesRoles:
    'CDK ブートストラップのロール（参照、アセットの公開、デプロイ）を引き受ける。実行できる操作はこれらのロールで決まる',
  thisPullRequest: 'このプルリクエストで',
  nothingCompared:
    'デプロイも比較も行いません。差分の表示には AWS の認証情報が必要ですが、プルリクエストの実行には渡しません。',
  everyLaterPush: 'マージ時と、その後のプッシュごと',
  deployed: (names) =>
    `差分を実行のサマリーに表示してから、${inOrder(names)}デプロイします。失敗したデプロイは CloudFormation がロールバックします。`,
  toGoBack: '元に戻すとき',
  revert: 'コミットをリバートしてください。ワークフローが以前の状態をデプロイします。',
  everything:
    'CDK のブートストラップは、`--cloudformation-execution-policies` を付けて作成していない限り、アカウントでのあらゆる操作を CloudFormation に許可します。そのため、ワークフローはアプリの定義どおりに何でも実行できます。',
  costs: 'アプリが作成するリソースと、ブートストラップのバケットおよびリポジトリへのアセットの保存に料金がかかります。',
  stacks: 'アプリのスタック: `npx cdk destroy --all`',
  toolkit: 'ブートストラップスタック `CDKToolkit`（ほかの CDK アプリも使います）',
  bootstrapped: (name: string) => `${name} で CDK のブートストラップを済ませる`,
  bootstrappedText:
    '対象のアカウントにサインインして実行してください。ブートストラップが最新であれば何も変わりません。アプリが別のアカウントにもスタックを作る場合は、そのアカウントでも実行してください。その際は、この環境のアカウントを `PIPELINE` に入れ、`--trust "$PIPELINE" --cloudformation-execution-policies` と、アプリに必要な権限を持つポリシーの ARN を付けてください。',
  tellRole: (stage: string) => `GitHub Actions に ${stage} の読み取り用ロールを設定する`,
  tellRoleText:
    '承認の前に差分を表示するジョブのために、リポジトリの変数を 2 つ設定します。どちらも機密情報ではありません。',
  readRole: '`cdk diff` 用の、読み取り専用のロール',
  readRegion: '`cdk diff` の対象のリージョン',
  noApp: 'CDK アプリ（`cdk.json`）がありません。',
  serves: (definition: string) =>
    `\`${definition}\` があるため CDK アプリです。GitHub Actions が差分を表示し、CDK ブートストラップのロールでデプロイします。`,
  purpose: (app, stages) => `差分を表示し、${app} を ${inOrder(stages)}デプロイします`,
  oneLanguage: (language, provider) =>
    `CDK の CLI には ${language} のほかに Node.js が必要ですが、両方を備えた ${provider} のジョブ用イメージはありません。GitHub Actions と CodePipeline には両方があります。`,
  bothNeedCredentials: 'デプロイも比較も行いません。どちらにも AWS の認証情報が必要です。',
  deployedBySource: (way, shows) =>
    `アプリをテストしてから、ソースを ${way}デプロイします。${shows ? '変更点は、承認の前にアクション Preview のログで確認できます。' : ''}失敗したデプロイは CloudFormation がロールバックします。`,
  revertPipeline: 'コミットをリバートしてください。パイプラインが以前の状態をデプロイします。',
  tests: (provider) => `${provider} がテスト`,
}
