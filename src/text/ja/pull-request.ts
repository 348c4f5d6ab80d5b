import type { pullRequest as english } from '../en/pull-request.ts'

export const pullRequest: typeof english = {
  foundTitle: '### 検出結果とデプロイ先',
  foundHead: '| アプリ | 種類 | デプロイ先 | 理由 |',
  notChosen: '選ばなかったデプロイ先とその理由',
  leftOut: '、対象外: すでにデプロイされています',
  facts: '今後変わりうる前提とその日付',
  otherTarget: (target: string) =>
    `- デプロイ先を変える: Issue に \`/cicd setup --target=${target}\` とコメントしてください。`,
  oneApp: (path: string) => `- 1 つのアプリだけにする: \`/cicd setup --path=${path}\``,
  forGood:
    '- 今後も同じ設定にする: デフォルトブランチの `.github/cicd.yml` に書いて、もう一度 `/cicd setup` とコメントしてください。',
  smallChange:
    '- 少しだけ直す: このブランチにコミットするか、マージ後にファイルを編集してください。加えた変更は残ります。',
  allCommands: '- コマンドの一覧: `/cicd help`',
  change: '結果を変える方法',
  nothingStays: 'AWS には何も残りません。',
  whatStays: 'そのあと AWS に残るものと、その削除方法:',
  undoText:
    'マージ前: このプルリクエストをクローズして、ブランチを削除してください。マージ後: このページの *Revert* を使ってください。',
  undo: '元に戻す方法',
  pushTo: (branch: string) => `${branch} へのプッシュ`,
  filesHead: '| ファイル | | 用途 |',
  noOther: 'ほかのファイルには手を加えません。',
  checkedYaml: 'すべての YAML ファイルが、YAML 1.1 と 1.2 のどちらでも同じ内容に解釈されること',
  checkedActions:
    'すべてのアクションが既知のコミットに固定され、すべてのジョブに必要最小限の権限とタイムアウトがあること',
  checkedRoles: 'あらゆる操作を許すロールがないこと',
  checkedSubjects: 'サインインが厳密なサブジェクトに限定されていること',
  pins: 'コミットに固定したアクション',
  allowActions: (names: string) =>
    `組織が使用できるアクションを許可リストで制限している場合は、次のアクションを許可する必要があります: ${names}`,
  closed: '| このプルリクエストをクローズしたとき | 何も起こりません。 |',
  happens: 'いつ何が起こるか',
  happensHead: '| タイミング | 内容 |',
  subjects: 'このロールは、トークンのサブジェクトが次のいずれかと完全に一致する実行だけが引き受けられます:',
  permissionsHead: '| 目的 | 許可する操作 | 対象 |',
  permissions: 'AWS で付与される権限',
  permissionsShort: '`infra/cicd/bootstrap.yaml` に記載しています。',
  mustNot: '禁止:',
  conditional: '（条件付き）',
  settingsHead: '| 名前 | | 設定場所 | 用途 |',
  stepsSetThem: '上の手順で設定されます。',
  settings: '変数とシークレット',
  beforeMerging: '### マージ前の作業',
  afterMerging: '### マージ後の作業',
  optionalSteps: '省略できる手順',
  warnings: '### マージ前に確認してください',
  connect: (actions: string) =>
    `ワークフローは GitHub Enterprise Server に含まれないアクションを使います: ${actions}。管理者が GitHub Connect で利用を許可するか、ミラーする必要があります。`,
  andMore: (left) => `ほか ${left} 件`,
  andMoreLine: (left) => `- … ほか ${left} 件`,
  more: (left) => `ほか ${left} 件`,
  source: '出典',
  open: '開く',
  costs: '料金',
  evidence: '判断の根拠',
  evidenceHead: '| | 行 | 内容 |',
  evidenceHeadSeveral: '| | アプリ | 行 | 内容 |',
  files: '### ファイル',
  actions: { create: '新規', update: '変更', delete: '削除' },
  onlyThese: (checked) =>
    `ほかのファイルには手を加えません。${checked.length === 0 ? '' : `確認済み: ${checked.join('、')}。`}`,
  pin: (action, date) => `${action}（${date} に確認）`,
  inRepository: 'リポジトリ',
  inEnvironment: (name) => `環境 ${name}`,
  kinds: { variable: '変数', secret: 'シークレット' },
  leftAlone: (path, why) => `${path} には手を加えていません: ${why}。`,
  noDeployment: 'デプロイなし',
  kindOf: {
    static: '静的サイト',
    ssr: 'サーバーサイドレンダリングのサイト',
    server: 'HTTP サーバー',
    serverless: 'サーバーレスアプリ',
    worker: 'HTTP を受け付けないワーカー',
  },
  singlePage: 'シングルページアプリ',
  theRepository: 'このリポジトリ',
  comma: '、',
  requested: (login, url) => `${login} さんが[このコメント](${url})で依頼しました。`,
  readAt: (commit, templates) => `確認したコミット: ${commit}、テンプレートのバージョン: ${templates}。`,
  tooLong: '長すぎるため、ここで省略しました。',
  titleCi: 'GitHub Actions の CI を追加',
  titleNothing: 'CI/CD を設定',
  title: (parts, ci) => {
    const named = parts.map(
      ({ apps, target }) => `${apps.length > 3 ? `${apps.length} 個のアプリ` : apps.join('、')} を ${target}`,
    )
    return `${named.join(' に、')} にデプロイ${ci ? '（CI 付き）' : ''}`
  },
  lead: ({ added, changed, targets, waits, ci, provider }) => {
    const counts = [
      ...(added === 0 ? [] : [`${added} 個のファイルが追加され`]),
      ...(changed === 0 ? [] : [`${changed} 個のファイルが変更され`]),
    ].join('、')
    const goal =
      targets.length === 0
        ? 'すべてのプルリクエストで CI が動くようになります'
        : `${waits ? '下記の手順が済めば、' : ''}プッシュのたびに ${targets.join(' と ')} でデプロイされるようになります`
    const only = '**マージするまで何もデプロイされません**。このプルリクエストでは、読み取り権限だけの CI が動きます。'
    const before = ci
      ? only
      : provider
        ? '**マージするまで何もデプロイされません**。'
        : '**マージするまで何も実行されません**。'
    return `**マージすると**、${counts || 'ファイルは変わらず'}、${goal}。クローズした場合は何も変わりません。${before}`
  },
}
