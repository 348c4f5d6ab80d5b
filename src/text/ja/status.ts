import type { Texts } from '../en.ts'

export const status: Texts['status'] = {
  head: '| アプリ | 環境 | サービス | 状態 | 最後のデプロイ | URL | |\n| --- | --- | --- | --- | --- | --- | --- |',
  state: {
    none: '未デプロイ',
    deploying: 'デプロイ中',
    waits: '承認待ち',
    running: '稼働中',
    failed: '**失敗**',
    paused: '一時停止中',
    removed: '削除済み',
    unknown: '不明',
  },
  asking: 'AWS に問い合わせています',
  labels: {
    state: '状態',
    last: '最後',
    address: 'URL',
    console: 'コンソール',
    logs: 'ログ',
    why: '理由',
    fix: '対処',
  },
  onlyGitHub:
    'これは AWS では名前から特定できません。デプロイの結果は GitHub で確認できます。`/cicd status` とコメントするか、ワークフローの実行を確認してください。',
  by: (when, login) => `${when}（${login}）`,
  console: 'コンソール',
  logs: 'ログ',
  workflow: 'ワークフロー',
  failedLead: (app, environment) => `${app} の ${environment} への**最後のデプロイが失敗しました**:`,
  stillAnswers: '以前にデプロイしたものは、そのまま動いている可能性があります。',
  otherNote: (app, environment) => `${environment} の ${app} について:`,
  likelyFix: (fix) => `考えられる対処: ${fix}`,
  notAsked: {
    'no role': (environment) =>
      `${environment} には AWS アカウントが設定されていないため、AWS には問い合わせていません（docs/aws.md）。表の内容は GitHub からわかる範囲のものです。`,
    'no region': (environment) =>
      `${environment} のリージョンがわからないため、AWS には問い合わせていません。\`--region\` を付けるか、\`.github/cicd.yml\` に \`region\` を書いてください。`,
  },
  githubSilent:
    'ワークフローの実行とデプロイの状況を GitHub から取得できませんでした。このアプリには `actions: read` と `deployments: read` の権限が必要です。',
  connectNext: (command) =>
    `AWS が直接ビルドするアプリは、まだ何もデプロイされていません。${command} で、これから作成するものを確認できます。`,
  nothingDelivered: 'このリポジトリには、まだデプロイの設定がありません。`slipway setup` で設定案を作成できます。',
  fixes: {
    signIn:
      'AWS がこのリポジトリからのサインインを許可していません。`/cicd connect` でブートストラップスタックを更新してください。信頼ポリシーの subject は、このリポジトリと環境のものと一致している必要があります。',
    noRole:
      'GitHub の環境変数 `AWS_ROLE_ARN` と `AWS_REGION` が設定されていません。設定用のコマンドは `/cicd connect` で確認できます。',
    rolledBackStack:
      'スタックの初回デプロイが失敗し、更新できない空のスタックが CloudFormation に残っています。そのスタックを削除してから、もう一度デプロイしてください。',
    network:
      'タスクから ECR やパラメーターに接続できません。サブネットには、パブリック IP アドレスとインターネットゲートウェイ、または NAT ゲートウェイが必要です。',
    crash:
      'アプリが起動直後に終了しています。多くの場合、環境変数やシークレットの不足、または起動コマンドの誤りが原因です。最後の出力をログで確認してください。',
    health:
      'アプリが時間内に応答しませんでした。`0.0.0.0` と `PORT` のポートで待ち受け、ヘルスチェックのパスが 200 を返す必要があります。起動時の出力をログで確認してください。',
    architecture:
      'イメージの CPU アーキテクチャがサービスと異なります。サービスが動くプラットフォーム向けにビルドしてください。',
    image:
      'イメージが ECR にないか、取得する権限がありません。ワークフローをもう一度実行し、ビルドとプッシュをやり直してください。',
    parameter:
      'アプリが読むパラメーターまたはシークレットが存在しないか、実行ロールに読み取り権限がありません。プルリクエストの手順に従って設定し、もう一度デプロイしてください。',
    passRole:
      'デプロイ用のロールに、ロールを渡す権限がありません。`/cicd connect` でブートストラップスタックを更新してください。',
    memory: 'メモリが不足しました。サービスまたはビルドのメモリを増やしてください。',
    lockfile:
      'ロックファイルとマニフェストの内容が一致していません。手元でインストールし、ロックファイルをコミットしてください。',
    module:
      'モジュールが見つかりません。マニフェストの依存関係に含まれているか、パスの大文字と小文字がファイル名と一致しているかを確認してください。',
    output:
      'ビルド結果のフォルダーと、公開するフォルダーが異なります。`amplify.yml` の `baseDirectory` に正しいフォルダーを指定してください。',
    vpc: 'リージョンにデフォルト VPC がないか、サブネットが足りません。`aws ec2 create-default-vpc` で作成できます。',
    quota:
      'アカウントのクォータを使い切っています。Service Quotas で引き上げを申請するか、不要なものを削除してください。',
    appRunnerClosed:
      'App Runner は新規のお客様の受け付けを終了しています。`/cicd setup --target=ecr` で ECS Express Mode の案を作成できます。',
    exists:
      '同じ名前のものがすでにあり、このスタックには含まれていません。名前を変えるか削除してから、もう一度デプロイしてください。',
    throttled: 'その時点で AWS がリクエストを受け付けていませんでした。もう一度デプロイしてください。',
    denied: 'デプロイ用のロールに権限がありません。`/cicd connect` で権限を更新してください。',
    timeout: '待ち時間の上限を超えました。何をしていたかはログで確認できます。',
    build:
      'ビルドが失敗しています。そのコミットのインストールとビルドのコマンドを手元で実行し、ログを確認してください。',
  },
}
