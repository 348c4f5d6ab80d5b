import type { apprunner as english } from '../en/apprunner.ts'
import { inOrder } from './in-order.ts'

export const apprunner: typeof english = {
  closed: (date: string) =>
    `App Runner をすでに利用している AWS アカウントが必要です。App Runner は ${date} 以降、新規のお客様の受け付けを終了しています。それ以外のアカウントでは \`/cicd setup --target=ecr\` とコメントしてください。同じアプリを ECS Express Mode で動かせます。`,
  ecrStorage: 'ECR: アプリごとに直近 50 個のイメージの保存料金がかかります。',
  buildsImage: 'GitHub Actions がイメージをビルド',
  service: 'App Runner サービス',
  address: 'HTTPS のアドレス',
  handsOver: (template: string, app: string) =>
    `\`${template}\` がサービスに渡します。値がないとサービスは起動しません。${app} に不要なものは、このファイルから削除してください。`,
  thisPullRequest: 'このプルリクエストで',
  nothingBuilt: (app: string) => `${app} のビルドもデプロイも行いません。`,
  onMerge: 'マージ時',
  imageDeployed: (app, where) =>
    `${app} のイメージをビルドして ECR にプッシュし、${inOrder(where)}デプロイします。新しいイメージのヘルスチェックに失敗した場合は、直前のイメージが動き続けます。`,
  nextPush: '次のプッシュ以降',
  sameAgain: (app: string) => `${app} に関わるコミットごとに、新しいイメージで同じことを行います。`,
  toGoBack: '元に戻すとき',
  goBackText: (app: string) =>
    `Actions → Deploy ${app} → Run workflow で、以前のコミットの ID を指定してください。何もビルドせず、そのイメージをもう一度デプロイします。`,
  parametersBelow: (path: string) => `\`${path}\` 以下のパラメーター`,
  images: (name: string) => `イメージ: \`aws ecr delete-repository --force --repository-name ${name}\``,
  ownRegion: 'App Runner は同じリージョンのイメージしか使えませんが、環境が複数のリージョンに分かれています。',
  imageCi: (ci: string) => `イメージのビルドに使えるのは GitHub Actions だけで、${ci} には対応していません。`,
  fromImage: (because: string) => `GitHub Actions でビルドしたコンテナイメージを App Runner で動かします。${because}`,
  settingsPurpose: (app: string) => `App Runner が ${app} をビルドして起動する方法`,
  templatePurpose: (app: string) => `CloudFormation: App Runner サービス ${app} と、そのロールおよびスケーリング`,
  buildsSource: 'App Runner がソースからビルド',
  otherRuntime: (app: string, name: string, pinned: string, from: string, newest: string) =>
    `${app} は ${name} ${pinned} を指定しています（\`${from}\`）。App Runner では、サポートが続いている唯一のランタイムである ${name} ${newest} で動かします。`,
  noPreviews: 'ビルドもデプロイも行いません。App Runner にはプルリクエストのプレビューがありません。',
  settingsMerged: '設定がブランチに入ります。サービスを一度起動するまでは何も動きません（手順を参照）。',
  everyPush: (branches: string) => `${branches} へのプッシュごと`,
  deploysItself:
    'App Runner が自動でビルドしてデプロイします。ビルドまたはヘルスチェックに失敗した場合は、直前のバージョンが動き続けます。',
  revert: 'GitHub でコミットをリバートしてください。App Runner がブランチの内容をデプロイします。',
  connectionStays: 'GitHub への接続（ほかのサービスが使っている可能性があります）',
  connection: 'App Runner から GitHub への接続を用意する',
  connectionText:
    'デプロイ先のアカウントとリージョンで実行してください。既存の接続があれば、それを使います。ここでエラーになる場合は、アカウントが App Runner の利用者ではありません。`/cicd setup --target=ecr` とコメントしてください。',
  handshake: 'コンソールでハンドシェイクを完了する',
  handshakeText: (repository: string) =>
    `同じリージョンで App Runner の接続の画面を開いてください。ステータスが "Pending handshake" の場合は、接続を選んで *Complete handshake* を実行し、\`${repository}\` に "AWS Connector for GitHub" をインストールしてください。この手順はコマンドでは実行できません。ステータスが "Available" なら省略できます。`,
  secrets: (app: string) => `${app} に機密情報を設定する`,
  secretsText: (app: string, path: string) =>
    `変数に値が入っているシェルで実行してください。${app} に不要なものは、代わりに \`${path}\` から削除してください。値がないと App Runner は起動しません。`,
  start: (app: string, stage: string) => `${app} を ${stage} で起動する`,
  servesSource: (language: string) =>
    `App Runner は、この ${language} サーバーをソースからビルドして動かせます。イメージやワークフローの保守は不要です。`,
  staticSite: '静的サイトに、常時稼働するサーバーは不要です。',
  worker: 'App Runner は HTTP サーバーを動かすサービスですが、このワーカーはリクエストを受け付けません。',
  serverless: 'App Runner は HTTP サーバーを動かすサービスですが、これらの関数はイベントで起動します。',
  language: (language: string) =>
    `App Runner のマネージドランタイムのうち現在も提供されているのは Node.js 22 と Python 3.11 です。${language} にはコンテナイメージが必要です。`,
  noRuntime: (name: string) => `App Runner に ${name} のマネージドランタイムはありません。`,
  imageOnly: (why: string) => `App Runner のマネージドランタイムでは動きません（${why}）。`,
  workspace: (root: string) =>
    `App Runner が単独でビルドできるのは 1 つのフォルダーだけですが、\`${root}\` のビルドには上位のワークスペースが必要です。`,
  noStart: 'サーバーの起動方法を示すものがリポジトリにありません。',
  githubOnly: 'App Runner は github.com にしか接続できませんが、このリポジトリは別の GitHub サーバーにあります。',
  closedHere: (date, region) =>
    `App Runner は ${date} 以降、新規のお客様の受け付けを終了しています。このアカウントでは${region === null ? ' App Runner を利用したことがありません' : `、${region} に App Runner のサービスも接続もありません`}。AWS は代わりに ECS Express Mode を案内しています。`,
  notOffered: (partition: string) => `App Runner は ${partition} パーティションでは提供されていません。`,
  scriptPurpose: 'イメージを App Runner にデプロイします',
  imageTemplatePurpose: (app) => `CloudFormation: App Runner サービス ${app} とそのスケーリング`,
  stack: (app) => `ロール \`AppRunnerStackRole\` だけを使って、\`${app}\` のスタックを作成、変更する`,
  sourceCosts: (apps) =>
    `App Runner: 1 vCPU、2 GB のインスタンス ${apps} 個が常時待機します（メモリは常に、プロセッサはリクエストの処理中に課金されます）。ビルド時間にも課金されます。ゼロにスケールすることはありません。`,
  imageCosts: (apps) =>
    `App Runner: 1 vCPU、2 GB のインスタンス ${apps} 個が常時待機します（メモリは常に、プロセッサはリクエストの処理中に課金されます）。ゼロにスケールすることはありません。`,
  runtimeEnds: (language, newest, version, from) =>
    `App Runner のマネージドランタイムは ${language === 'node' ? 'Node.js' : 'Python'} ${newest} までですが、このアプリは ${version} を指定しています（\`${from}\`）。`,
  startText: (account, stage, branch) =>
    `マージ後のブランチで、${account ? `アカウント ${account} ` : `${stage} のアカウント`}にサインインして一度だけ実行してください。10 分ほどかかります。それ以降は、\`${branch}\` へのプッシュごとに App Runner が自動でビルドしてデプロイします。`,
  leftover: (stack) =>
    `スタック \`${stack}\`: \`aws cloudformation delete-stack --stack-name ${stack}\`（ブートストラップスタックより先に削除してください）`,
}
