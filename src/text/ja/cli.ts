import type { cli as english } from '../en/cli.ts'

export const cli: typeof english = {
  needsGitHub: 'このコマンドには GitHub が必要です。Issue にコメントしてください',
  oneAtATime: (extra) => `一度に指定できるリポジトリは 1 つです。${extra} は余分です`,
  wrong: (program, because, line) => `${program}: ${because}（入力: ${line}）`,
  seeHelp: (program) => `コマンドの一覧は ${program} help で確認できます。`,
  usage: [
    'コマンドの後に、ローカルの Git リポジトリのフォルダーを指定します。省略すると現在のフォルダーが対象になります。',
    '終了コード: 0 結果を返した、1 失敗した、2 使い方が正しくない。',
  ],
  at: (commit, branch) => `${branch} の ${commit}`,
  noCommits: 'コミットなし',
  root: 'ルート',
  noTarget: '対応するデプロイ先なし',
  labels: {
    install: '準備',
    build: 'ビルド',
    output: '出力',
    start: '起動',
    port: 'ポート',
    seen: '根拠',
    not: '不採用',
    note: '補足',
  },
  branch: (name) => `（ブランチ ${name}）`,
  notes: '補足',
  uncommitted: (count) =>
    `コミットされていない ${count} 個のファイルは対象外です。HEAD のコミットの内容で判断しています。`,
  committed: (branch, commit) =>
    `ブランチ ${branch} にコミットしました（${commit}）。作業ツリーと現在のブランチは変更していません。`,
  upToDate: (branch, commit) => `ブランチ ${branch} は最新です（${commit}）。`,
  next: '次の手順:',
  htmlNeedsFile: '`--html` には書き出すファイルの名前が必要です',
  page: (file) => `ページ: ${file}`,
  kinds: {
    static: '静的サイト',
    ssr: 'サーバーサイドレンダリングのサイト',
    server: 'HTTP サーバー',
    serverless: 'サーバーレスアプリ',
    worker: 'HTTP を受け付けないワーカー',
  },
  noFolder: (extra) => `このコマンドにフォルダーは指定できません。${extra} は余分です`,
  json: '結果全体を 1 つの JSON オブジェクトとして標準出力に書き出す',
  html: '結果を 1 つのページとして書き出す',
  read: '参照に必要な権限だけにする',
  awsPolicy: '接続に必要な AWS の権限を CloudFormation テンプレートとして出力する',
}
