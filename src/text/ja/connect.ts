import type { Texts } from '../en.ts'

export const connect: Texts['connect'] = {
  nothing:
    'この構成では AWS 側に手作業で作るものがないため、接続するものはありません。まだ設定していない場合は、先に `/cicd setup` を実行してください。',
  noEnvironment: (name) =>
    `${name} という環境はありません。環境は \`.github/cicd.yml\` の \`environments\` で定義します。定義がない場合は \`production\` だけです。`,
  needsRole: (environment) =>
    `${environment} は本番環境です。AWS アカウントの内容を変更できるのは maintain または admin 権限を持つ人だけです。何も作成していません。`,
  notMerged: (path) =>
    `${path} がまだデフォルトブランチにありません。先にプルリクエストをマージしてからもう一度コマンドをコメントするか、\`--yes\` を付けて今すぐ進めてください。`,
  older: (path) =>
    `${path} は以前のバージョンで生成されたものです。\`/cicd setup\` とコメントしてそのプルリクエストをマージしてから、もう一度このコマンドをコメントしてください。\`--yes\` を付けると、今生成される内容で進めます。`,
  edited: (path) =>
    `${path} は手で変更されています。このアプリの権限でデプロイするのは、ここで生成したテンプレートだけです。プルリクエストにあるコマンドでご自身でデプロイするか、変更を元に戻してください。`,
  closed: {
    'no role': (environment) =>
      `このリポジトリの ${environment} には AWS アカウントが設定されていないため、AWS には何も問い合わせていません。このアプリの運用者が許可できます（docs/aws.md）。プルリクエストの手順に従えば、同じことを手作業で行えます。`,
    'no region': (environment) =>
      `${environment} のリージョンがわかりません。\`--region\` を付けるか、\`.github/cicd.yml\` に \`region\` を書いてください。`,
  },
  refusal: {
    region: () =>
      'リージョンがわかりません。`--region` を付けるか、`.github/cicd.yml` の `region` または `AWS_REGION` を設定してください。',
    role: (action, externalId) =>
      `組織の設定にあるロールを引き受けることを AWS が許可しませんでした（${action}）。ロールの信頼ポリシーで、このアプリのロールと外部 ID \`${externalId}\` を許可してください（docs/aws.md）。`,
    denied: (action) =>
      `AWS が ${action} を拒否しました。このアプリのロールには許可されていません。\`slipway aws-policy\` が出力するポリシーをデプロイし直してから、もう一度コマンドをコメントしてください。`,
    throttled: (action) =>
      `AWS が現在これ以上のリクエストを受け付けていません（${action}）。失われたものはありません。数分後にもう一度コマンドをコメントすると、続きから再開します。`,
    unreachable: (action) =>
      `AWS に接続できないか、AWS 側でエラーが発生しました（${action}）。失われたものはありません。数分後にもう一度コマンドをコメントすると、続きから再開します。`,
    credentials: (action) =>
      `このアカウント用の AWS 認証情報が使えないか、別のアカウントのものです（${action}）。このアプリの運用者が修正できます（docs/aws.md）。`,
    refused: (action, detail) => `AWS が ${action} を拒否しました: ${detail}`,
  },
  planLead: '`/cicd connect` が AWS で行う内容です。まだ何も作成していません。',
  planHead: '| 環境 | 種類 | AWS での名前 | |\n| --- | --- | --- | --- |',
  doneLead: 'すべてそろっています。',
  workingLead: 'AWS が処理中です。このコメントは自動的に更新されます。',
  onlyByHand: 'この構成にはあなたしか知らない値が必要なため、ここでは何も作成しません。',
  waitingLead: 'あなたの操作を待っています。操作が終わると、自動的に続きを行います。',
  stoppedLead: '途中で止まりました。作成済みのものはそのまま残り、再開時に使われます。',
  overdue:
    '通常より時間がかかっているため、このコメントの自動更新を終了しました。状況を確認するには、もう一度コマンドをコメントしてください。',
  kind: {
    connection: 'App Runner から GitHub への接続',
    stack: 'CloudFormation スタック',
    'amplify-app': 'Amplify アプリ',
    password: 'Secrets Manager のパスワード',
    'amplify-branch': 'Amplify のブランチ',
    'amplify-release': 'Amplify の初回ビルド',
    parameters: 'サービスに渡す値',
    'express-service': 'ECS Express Mode のサービス',
  },
  would: { absent: '作成', different: '更新', failed: '失敗したものを削除して再作成', ready: '作成済み' },
  state: {
    absent: '未作成',
    ready: '完了',
    adopted: '完了（既存のものを使用）',
    different: '更新予定',
    working: '処理中',
    person: '操作待ち',
    failed: '失敗',
    foreign: '別のリポジトリのもの',
    unknown: '確認できず',
  },
  console: 'コンソール',
  account: (id, region) => `アカウント ${id}、${region}`,
  costs: '料金がかかるもの',
  prices: (links) => `料金はリージョンによって異なります: ${links}`,
  addressPrice:
    'パブリック IPv4 アドレスの料金は、全リージョン共通で 1 個あたり 1 時間 0.005 USD です（[2024-02-01 から](https://aws.amazon.com/blogs/aws/new-aws-public-ipv4-address-charge-public-ip-insights/)）。',
  confirm: (command) => `実行するには、もう一度 ${command} とコメントするか、\`--yes\` を付けてください。`,
  confirmHere: (command) => `実行するには、${command} に \`--yes\` を付けてもう一度実行してください。`,
  retry: (command) => `原因を取り除いたら ${command} とコメントしてください。続きから再開します。`,
  handshake: (repository, link) =>
    `App Runner と GitHub の接続には、プログラムではできないハンドシェイクが 1 回必要です。[接続の一覧を開き](${link})、*Pending handshake* となっている接続を選んで *Complete handshake* を押し、「AWS Connector for GitHub」に ${repository} へのアクセスを許可してください。`,
  amplifyToken: (repository, link) =>
    `Amplify に ${repository} へのアクセスを許可できるのは管理者だけです。[GitHub に AWS Amplify アプリをインストール](${link})し、このアプリの運用者にトークンを設定してもらうか（docs/aws.md）、プルリクエストの手順に従って Amplify コンソールで接続してください。`,
  parameters: (link) =>
    `次の値がないとサービスを起動できません。値を知っているのはあなただけです。シェルの変数に値を入れて次のコマンドを実行するか、不要なものを \`apprunner.yaml\` から削除してください。[Parameter Store](${link})`,
  firstImage: (link) =>
    `サービスは最初のイメージで起動します。下の変数を GitHub に設定したら、[ワークフローを実行](${link})するか、プッシュしてください。イメージがビルドされ、続いてサービスが起動します。`,
  bootstrapFirst: 'サービスの前にブートストラップスタックが必要です。下の手順でデプロイしてください。',
  firstImageElsewhere: (link) =>
    `サービスは最初のイメージで起動します。パイプラインを実行するか、プッシュしてください。[イメージ](${link})`,
  cause: (what, detail) => `${what}が失敗しました: ${detail}`,
  leftAlone: {
    stack: (name) => `スタック ${name} は別のリポジトリのものなので、変更していません。`,
    service: (running) => `このサービスは別のアプリのイメージを動かしているため、変更していません（${running}）。`,
  },
  byHand: 'あなたが行うこと',
  step: (title, text) => `**${title}**: ${text}`,
  noProviderFact:
    'このアカウントに GitHub 用の OIDC プロバイダーがあるかどうかを確認できませんでした。2 つ目は作成できません。`iam:ListOpenIDConnectProviders` を許可してから、もう一度コマンドをコメントしてください。',
}
