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
  afterwards: '以後はプッシュするたびに自動でデプロイされます。状況は `/cicd status` で確認できます。',
  overdue:
    '2 時間にわたって確認したため、このコメントの自動更新を終了しました。状況を確認するには `/cicd status` をコメントしてください。',
}
