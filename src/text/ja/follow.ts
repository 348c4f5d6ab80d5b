import type { Texts } from '../en.ts'

export const follow: Texts['follow'] = {
  lead: {
    moving: (pull) =>
      `${pull} がマージされ、最初のデプロイが進んでいます。稼働するまで、このコメントは自動的に更新されます。`,
    person: (pull) =>
      `${pull} がマージされました。デプロイの前に、あなたの操作が必要です（下記）。操作が終わると、このコメントは自動的に更新されます。`,
    done: (pull) => `${pull} がマージされ、稼働しています。`,
    failed: (pull) => `${pull} はマージされましたが、最初のデプロイは稼働に至りませんでした。`,
    unseen: (pull) => `${pull} がマージされました。デプロイの状況はここからは確認できません。`,
  },
  heading: '最初のデプロイ',
  head: '| 環境 | アプリ | AWS での名前 | |\n| --- | --- | --- | --- |',
  step: {
    'in service': '稼働中',
    failed: '失敗',
    blocked: 'あなたの操作待ち',
    'under way': 'デプロイ中',
    'not begun': '開始前',
    'to connect': 'あなたの操作待ち',
    untouched: '未デプロイ',
    stopped: '停止',
    unseen: '不明',
  },
  console: 'コンソール',
  logs: 'ログ',
  deployment: 'デプロイ',
  toConnect: (app, environment, command) =>
    `${environment} の ${app} をビルドするものが、まだ AWS にありません。${command} をコメントしてください。作成する前に、AWS で何を作るかを表示します。`,
  notRun: (workflow, commit, actions) =>
    `${workflow} は ${commit} をまだデプロイしていません。このリポジトリで Actions が許可されているか、実行が承認待ちになっていないかを [Actions のページ](${actions})で確認してください。`,
  notBuilt: (app, environment, commit) =>
    `${environment} で動いている ${app} は、${commit} より前のものです。アプリのフォルダーに変更がないコミットはビルドされません。それ以外の場合は、コンソールからデプロイを開始してください。`,
  stopped: (app, environment) =>
    `${environment} の ${app} は、AWS 側で一時停止または削除されています。AWS で再開するか、\`/cicd connect\` をコメントして作り直してください。`,
  cause: (app, environment) => `${environment} の ${app}: 失敗の内容（AWS と GitHub の出力のまま）`,
  noCause: (app, environment) =>
    `${environment} の ${app} は失敗しましたが、AWS からも GitHub からも理由が得られませんでした。ログを確認してください。`,
  fixTitle: '考えられる対処',
  fix: {
    'sign-in':
      'GitHub Actions がまだ AWS にサインインできません。`/cicd connect` をコメントしてください。ロールを作成し、2 つの変数を設定するコマンドを示します（プルリクエストの手順に従えば、手作業でも同じことができます）。その後、実行のページで *Re-run failed jobs* を選んでください。',
    rights:
      'パイプラインまたはアプリのロールに権限が足りません。`/cicd connect` をコメントすると、AWS 側の `infra/cicd/bootstrap.yaml` が最新になります。その後、デプロイを再実行してください。組織のサービスコントロールポリシー（SCP）で禁止されている場合もあります。',
    handshake:
      'App Runner から GitHub への接続が、ハンドシェイクを待っています。この操作は人にしかできません。`/cicd connect` をコメントすると、返信にリンクが表示されます。',
    'lock-file':
      'ロックファイルがマニフェストと一致していません。手元でパッケージをインストールし（`npm install`、`pnpm install`、`poetry lock` など）、ロックファイルをコミットしてプッシュしてください。',
    'missing-script':
      'ビルドで呼び出すスクリプトがマニフェストにありません。追加してプッシュした後、`/cicd setup` をコメントすると、コマンドを調べ直します。',
    runtime:
      'パッケージが別のバージョンのランタイムを必要としています。必要なバージョンを固定し（`.nvmrc`、`engines`、`.python-version` など）、プッシュした後、`/cicd setup` をコメントしてください。',
    memory:
      'メモリが不足しました。ビルドで不足した場合は、処理を減らすか、より大きなマシンを使ってください。アプリで不足した場合は、生成されたファイルのメモリの値を増やしてプッシュしてください。',
    disk: 'ディスクの空きがなくなりました。ビルドに不要なもの（キャッシュや大きなファイル）を `.dockerignore` などで除外してください。',
    health:
      'アプリは起動しましたが、応答がありませんでした。`localhost` ではなく `0.0.0.0` で、`PORT` が示すポートを待ち受ける必要があります。ヘルスチェックのパスは、サインインなしで 200 を返す必要があります。起動に必要な環境変数が足りない場合もあるため、アプリのログも確認してください。',
    architecture:
      '別の CPU アーキテクチャ向けにビルドされたものが含まれています。イメージとネイティブコードを含むパッケージは、ワークフローにあるプラットフォーム向けにビルドしてください。',
    module:
      '実行時に必要なパッケージがありません。開発用の依存関係に入っているか、マニフェストに書かれていない可能性があります。修正し、ロックファイルをコミットしてプッシュしてください。',
    quota:
      'AWS アカウントのクォータに達しました。不要なものを削除するか、コンソールの *Service Quotas* で引き上げを申請してください。',
    tests: 'デプロイの前のチェックで失敗しました。修正してプッシュすると、もう一度デプロイされます。',
  },
  afterwards: '以後はプッシュするたびに自動でデプロイされます。状況は `/cicd status` で確認できます。',
  overdue:
    '2 時間にわたって確認したため、このコメントの自動更新を終了しました。状況を確認するには `/cicd status` をコメントしてください。',
}
