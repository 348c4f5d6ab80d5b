import type { Texts } from '../en.ts'

export const follow: Texts['follow'] = {
  lead: {
    moving: (pull) =>
      `${pull} がマージされ、最初のデプロイが進んでいます。稼働するまで、このコメントは自動的に更新されます。`,
    person: (pull) =>
      `${pull} がマージされました。デプロイの前に、あなたの操作が必要です（下記）。操作が終わると、このコメントは自動的に更新されます。`,
    done: (pull) => `${pull} がマージされ、稼働しています。`,
    failed: (pull) => `${pull} はマージされましたが、最初のデプロイは稼働に至りませんでした。`,
    untouched: (pull) => `${pull} がマージされましたが、これによるデプロイはありませんでした。`,
    unseen: (pull) =>
      `${pull} がマージされました。デプロイの状況はここからは確認できません。AWS での残りの作業は、プルリクエストの「マージ後の作業」にあります。`,
  },
  heading: '最初のデプロイ',
  notRun: (workflow, commit, actions) =>
    `${workflow} は ${commit} をデプロイしていません。対象のファイルが変更された場合にだけ実行されます。このリポジトリで Actions が許可されているかは [Actions のページ](${actions})で確認できます。`,
  notBuilt: (app, environment, commit) =>
    `${environment} で動いている ${app} は、${commit} より前のものです。アプリのフォルダーに変更がないコミットはビルドされません。それ以外の場合は、コンソールからデプロイを開始してください。`,
  toApprove: (app, environment, run) =>
    `${environment} への ${app} のデプロイは待機中です。承認できる人が[実行のページ](${run})で *Review deployments* を選ぶと進みます。別の実行の終了を待っている場合もあります。`,
  stopped: (app, environment) =>
    `${environment} の ${app} は、AWS 側で一時停止または削除されています。AWS で再開するか、\`/cicd connect\` とコメントして作り直してください。`,
  rerun: '対処が済んだら、実行のページで *Re-run failed jobs* を選んでください。このコメントは自動的に更新されます。',
  afterwards: (branch) =>
    `以後は、${branch} にプッシュするたびに自動でデプロイされます。状況は \`/cicd status\` で確認できます。`,
  again: (branch) =>
    `${branch} にプッシュすると、もう一度デプロイされます。状況は \`/cicd status\` で確認できます。このコメントの自動更新は終了しました。`,
  overdue:
    '2 時間にわたって確認したため、このコメントの自動更新を終了しました。状況を確認するには `/cicd status` とコメントしてください。',
}
