import type { facts as english } from '../en/facts.ts'

export const facts: typeof english = {
  'oidc-immutable-subject':
    'この日以降に作成、名前変更、移管されたリポジトリでは、OIDC サブジェクトにオーナーとリポジトリの ID が含まれます。',
  'oidc-no-thumbprint': 'GitHub の OIDC プロバイダーについて、IAM にサムプリントは不要です。',
  'oidc-one-provider':
    '1 つの AWS アカウントに作成できる OIDC プロバイダーは、URL ごとに 1 つだけです。GitHub 用のものを 2 つ作ることはできません。',
  'oidc-china-audience': '中国パーティションでは、トークンの audience は sts.amazonaws.com.cn です。',
  'runner-node24':
    'GitHub のランナーは JavaScript アクションを Node.js 24 で実行します。セルフホストランナーにはバージョン 2.327.1 以降が必要です。',
  'environments-plans':
    'Free プランのプライベートリポジトリでは環境を使えません。プライベートリポジトリで必須レビュアーを設定するには Enterprise が必要です。',
  'amplify-ssr-next': 'Amplify Hosting は、Next.js 12 から 15 のサーバーサイドの実行に対応しています。',
  'amplify-ssr-node': 'Amplify Hosting は、サーバーコードを Node.js 20、22、24 で実行します。14、16、18 は使えません。',
  'amplify-ssr-spec':
    'ほかのフレームワークは、ビルドで .amplify-hosting にデプロイ仕様を書き出せば Amplify Hosting で動きます。',
  'amplify-default-node': 'Amplify のビルドイメージの既定の Node.js は 22 です。20 と 24 も使えます。',
  'amplify-monorepo':
    'モノレポでは、appRoot が変数 AMPLIFY_MONOREPO_APP_ROOT と一致している必要があります。この変数はコンソールでは設定されますが、API では設定されません。',
  'amplify-github-app':
    'Amplify は、リージョンごとに用意された専用の GitHub App でリポジトリを読み取ります。ほかのボットが接続することはできません。',
  'amplify-previews':
    '公開リポジトリでは、プルリクエストのコードがロールの権限で動く場合、Amplify はプレビューを拒否します。',
  'amplify-quotas': 'Amplify Hosting: リージョンあたり 25 アプリ、アプリあたり 50 ブランチ、同時に 5 ジョブまで。',
  'apprunner-closed':
    'App Runner は新規のお客様の受け付けを終了しました。以前から利用しているアカウントでは、新しいサービスの作成も含めてこれまでどおり使えます。AWS は代わりに ECS Express Mode を案内しています。',
  'apprunner-node': 'App Runner のマネージド Node.js ランタイムは 22 までです。',
  'apprunner-python': 'App Runner のマネージド Python ランタイムは 3.11 までです。',
  'apprunner-runtimes-ended':
    'App Runner の Node.js 12 から 18 と、Python 3.7、3.8 のランタイムのサポートは終了しました。',
  'node22-end': 'Node.js 22 の長期サポートが終了します。App Runner に新しいランタイムが追加される予定はありません。',
  'ecs-express':
    'ECS Express Mode は、1 つのイメージと 2 つのロールから、ロードバランサー、証明書、セキュリティグループ、ログ、スケーリングを作成します。',
  'ecs-express-canary':
    'Express Mode は、新しいイメージにまずトラフィックの 5 % を、次に全体を割り当てます。応答の 1 % を超えるエラー（4xx と 5xx）があると元に戻します。',
  'ecs-express-defaults':
    'Express Mode の CPU、メモリ、ヘルスチェックの既定値は、リファレンスとガイドで異なります。そのため、すべて明示しています。',
  'ecr-scan-on-push':
    'リポジトリ単位のプッシュ時スキャンは引き続き使えます。AWS はレジストリ全体でのスキャン設定を推奨しています。',
  'sam-bootstrap-admin':
    'sam pipeline bootstrap は、CloudFormation に完全な管理者権限を与え、イミュータブルなサブジェクトのリポジトリでは失敗する信頼ポリシーを作成します。ここではどちらも使いません。',
  'lambda-runtimes':
    'Lambda ランタイムの終了日はこの表のとおりです。例: nodejs20.x は 2026-04-30、python3.10 は 2026-10-31、dotnet8 は 2026-11-10。',
  'cdk-cli-version':
    'CDK のライブラリと CLI のバージョン番号は別々です（2.276.0 と 2.1148.1）。npm の aws-cdk には誤って公開された 3.0.0 もあるため、>=2 のような範囲指定は使えません。',
  'copilot-ended': 'AWS Copilot CLI のサポートは終了しました。デプロイ済みのものは動き続けます。',
  'lambda-web-functions':
    'Lambda Web Functions は、Node.js 24 の HTTP サーバーを arm64 で動かします。最初のドキュメントは 2026 年秋に公開されました。',
}
