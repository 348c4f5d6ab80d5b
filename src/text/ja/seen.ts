import type { seen as english } from '../en/seen.ts'
import { spaced } from './spaced.ts'

export const seen: typeof english = {
  amplifyGen2: 'Amplify Gen 2 のバックエンドの定義',
  amplifyGen2Remark: (path: string) =>
    `${path} は Amplify Gen 2 のバックエンドです。Amplify Hosting が、サイトより先に \`npx ampx pipeline-deploy\` でデプロイします。`,
  amplifyGen1: 'Amplify CLI（Gen 1）のバックエンド',
  amplifyGen1Remark: (path: string) =>
    `${path}/ は Amplify CLI（Gen 1）のバックエンドです。Amplify コンソールで環境を接続してください。接続すると、サイトより先に \`amplifyPush --simple\` でデプロイされます。`,
  oneOfTests: (count) => (count === 1 ? 'テストファイル' : `${count} 個のテストファイルのうちの 1 つ`),
  flake8: 'Flake8 の設定',
  cdk: 'CDK の設定ファイル',
  noCdkLib: '`aws-cdk-lib` の記載なし',
  cdkLibByName: (path: string) => `${path} に aws-cdk-lib の記載がないため、名前を指定してインストールします。`,
  chalice: 'AWS Chalice の設定',
  firebase: '`firebase-functions` に依存',
  firebaseRemark: (settings: string, root: string) => `${settings} により、${root}/ は Firebase にデプロイされます。`,
  architect: 'Architect のマニフェスト',
  azure: 'Azure Functions のホストファイル',
  cloudflare: 'Cloudflare Worker の設定ファイル',
  lambda: 'Lambda のハンドラー',
  samBuild: '`sam build` でビルド',
  madeByBuild: (path: string) => `参照先の \`${path}\` は、先にビルドで作成する必要がある`,
  functionImage: (id: string) => `関数はイメージ \`lambda/${id}\``,
  serverless: 'Serverless Framework の定義',
  runsOn: (provider: string, path: string) => `関数は ${provider} で動きます（${path}）。`,
  noManifest: 'package.json がない',
  noManifestRemark: (lock: string) => `${lock} と同じ場所に package.json がないため、\`npm ci\` が失敗します。`,
  sst: 'SST の設定',
  denoPort: 'Deno.serve は指定がなければ 8000 を待ち受ける',
  unusableDockerfile: (path: string, why: string) => `${path} の Dockerfile は使えません: ${why}。`,
  severalPorts: (path, ports) =>
    `${path} は複数のポート（${ports.join('、')}）を公開しています。HTTP に応答するのはどれですか。EXPOSE にそのポートだけを残して、もう一度コマンドを実行してください。`,
  forDevelopment: '名前から、開発用とみられる',
  laterBase: (base: string) => `ベースイメージ（${base}）がビルド時に決まる`,
  buildsStore: (base: string) => `${base} のイメージであり、このリポジトリのプログラムではない`,
  forLambda: 'Lambda 用のイメージであり、HTTP に応答しない',
  copiesMissing: (path: string) => `コピー元の ${path} がリポジトリにない`,
  noCommand: 'CMD がなく、イメージが何も起動しない',
  onlyStartsGiven: (command: string) => `実行する ${command} は渡されたものを起動するだけで、CMD がない`,
  keepsShell: (command: string) => `シェルを開いたままにするだけである（${command}）`,
  developmentServer: (command: string) => `開発用サーバーを起動する（${command}）`,
  noScript: (name: string) => `起動するスクリプト "${name}" が package.json にない`,
  readsPort: '環境変数 PORT を参照',
  listensOn: (port: string) => `${port} を待ち受け`,
  ended: (title: string, version: string, from: string, date: string) =>
    `${title} ${version}（${from}）は ${date} にサポートが終了（EOL）し、セキュリティ修正は提供されません。`,
  leaked: (path: string, key: string) =>
    `${path} がコミットされており、機密情報とみられる値（${key}）が含まれています。値を無効にして作り直し、ファイルをリポジトリから削除して、値は AWS Secrets Manager に保存してください。`,
  astroAdapter: (adapter: string) =>
    `${adapter} は別のホスティング向けにビルドします。AWS のサーバーで動かすには @astrojs/node が必要です。`,
  astroNoAdapter: "output: 'server' にはアダプターが必要です。AWS のサーバーで動かすには @astrojs/node が必要です。",
  nextExport: 'next export が静的ファイルを出力',
  nitroPreset: (preset: string) =>
    `Nitro のプリセットが ${preset} のため、別のホスティング向けにビルドされます。ビルドで NITRO_PRESET=node-server を設定するか、プリセットの指定を削除してください。`,
  nuxtGenerate: 'nuxt generate が静的ファイルを出力',
  reactRouterForeign: (name: string) =>
    `${name} は別のホスティング向けにビルドします。AWS のサーバーで動かすには @react-router/node と @react-router/serve が必要です。`,
  writesTo: (path: string) => `ビルドの出力先が ${path}`,
  remixForeign: (name: string) =>
    `${name} は別のホスティング向けにビルドします。AWS のサーバーで動かすには @remix-run/node が必要です。`,
  qwikAdapter:
    'Qwik City にはアダプターが必要です。サーバーなら `npm run qwik add express`、静的ファイルなら `npm run qwik add static` を実行してください。',
  listensByDefault: (id: string, port: number) => `${id} は既定で ${port} を待ち受ける`,
  scriptRuns: (name: string, command: string) => `スクリプト ${name} が ${command} を実行`,
  startedWith: (command: string) => `${command} で起動`,
  adapterStatic: 'adapter-static が静的ファイルを出力',
  adapterNode: 'adapter-node が Node サーバーをビルド',
  adapterAmplify: 'amplify-adapter が Amplify Hosting 向けにビルド',
  svelteForeign: (name: string) =>
    `${name} は AWS 向けのビルドに対応していません。サーバーなら @sveltejs/adapter-node、静的ファイルなら @sveltejs/adapter-static を使ってください。`,
  toolWritesTo: (id: string, path: string) => `${id} の出力先が ${path}`,
  isDependency: (name: string) => `"${name}" が依存関係にある`,
  isThere: (path: string) => `${path} がある`,
  listensUnlessTold: (id: string, port: number) => `${id} は指定がなければ ${port} を待ち受ける`,
  standardPort: (port: number) => `指定がなければ ${port} を待ち受ける`,
  war: 'war を動かすには、Tomcat などのサーブレットコンテナが必要です。',
  springBoot: (major: string, level: string) => `Spring Boot ${major} は指定がなければ Java ${level} を使う`,
  hook: (name: string) => `スクリプト ${name} がホスト上でビルド`,
  workspaceFirst: 'ワークスペースのパッケージを先にビルド',
  ciRuns: (command: string) => `CI がビルドの前に ${command} を実行`,
  installScript: (script: string) => `パッケージのインストール時に \`${script}\` を実行`,
  lockedVersions: (lock: string) => `${lock} にロックされたバージョンがある`,
  definesWorkspace: (count: number) => `${count} 個のパッケージのワークスペースを定義`,
  noDependencies: '依存関係なし',
  noLockfile: 'ロックファイルなし',
  noLockfileRemark: (manager: string) =>
    `ロックファイルがないため、インストールのたびにバージョンが変わる可能性があります。\`${manager} install\` を実行して、ロックファイルをコミットしてください。`,
  outOfStep: (lock: string, missing: string, manager: string) =>
    `${lock} が package.json と一致していないため（${missing}）、ロックファイルを固定したインストールは失敗します。\`${manager} install\` を実行して、ロックファイルをコミットしてください。`,
  tiedLocks: (locks) =>
    `複数のロックファイル（${locks.join('、')}）がコミットされており、どれを使っているのかわかりません。不要なものを削除して、もう一度コマンドを実行してください。`,
  npmByDefault: 'ロックファイルもパッケージマネージャーの指定もないため npm',
  lockOf: (lock: string, manager: string) => `${lock} は ${manager} のロックファイル`,
  lockDecides: (declared: string, lock: string, manager: string) =>
    `package.json は ${declared} を指定していますが、ロックファイルは ${lock} だけです。ロックされたバージョンがある ${manager} を使います。`,
  onlyInStep: (path: string) => `package.json と一致するロックファイルは ${path} だけ`,
  registry: 'パッケージのレジストリを設定',
  privateRemark: (scope, host, path) =>
    `${scope === null ? 'パッケージ' : ` ${scope} のパッケージ`}を ${host} から取得します。ビルドには読み取り権限のあるトークンが必要です。${path} が参照する環境変数またはシークレットに設定してください。`.trim(),
  plainToken: (path: string) =>
    `${path} に平文のトークンがあります。トークンを無効にし、代わりに環境変数から読み取るようにしてください。`,
  holdsToken: 'トークンを含む',
  gitOverSsh: '取得に SSH での Git を使いますが、ビルドには鍵がありません',
  fetchedFrom: (host: string) => `${host} から取得するため、ビルドから接続できる必要があります`,
  packageRemark: (name: string, says: string) => `パッケージ ${name} は、${says}。`,
  endedNode: (major: number, file: string, text: string, end: string) =>
    `Node ${major}（${file}: ${text}）は ${end} にサポートが終了（EOL）し、セキュリティ修正は提供されません。サポート中の次のバージョンは Node 22 です。${file} に設定して動作を確認してください。`,
  importedBy: (path: string) => `${path} のプログラムから読み込まれる`,
  localhost: 'localhost を待ち受け',
  localhostRemark: (path: string) =>
    `${path} は localhost だけを待ち受けるため、コンテナの外から接続できません。0.0.0.0 を待ち受けるようにしてください。`,
  startsBuilt: (file: string) => `ビルドで作成される ${file} を起動`,
  nxBuilds: (path: string) => `Nx の出力先が ${path}`,
  ownServer: (id: string) => `${id} が専用のサーバーを持つ`,
  djangoPort: 'Django の標準のポート',
  noWsgi: 'WSGI モジュールが見つからないため、Django の開発用サーバーで起動します。',
  staticRoot: 'STATIC_ROOT の設定がある',
  makesApplication: (name: string) => `def ${name}() がアプリケーションを作成`,
  installedBy: (name: string, says: string, other: string) =>
    `パッケージは ${name} でインストールします（${says}）。${other} にも記載がありますが、使いません。`,
  serverByName: (name: string) =>
    `${name} が依存関係の一覧にないため、名前を指定してインストールします。バージョンを固定するには一覧に追加してください。`,
  developmentStart: (id: string) =>
    `${id} の開発用サーバーで起動します。本番では、依存関係の一覧に gunicorn を追加してください。`,
  flaskAlone: 'gunicorn などの本番用サーバーが依存関係の一覧にないため、Flask の開発用サーバーで起動します。',
  versionClash: (title: string, version: string, path: string, other: string, text: string) =>
    `${title} ${version} は ${path} の指定によるものです。${other} の指定は ${text} です。`,
  noPython: 'Python のバージョン指定がないため 3.11 を使用',
  managePy: 'manage.py がある（Django）',
  noApplication: (id: string, path: string) =>
    `${path} に ${id} の記載がありますが、アプリケーションオブジェクトが見つかりません。何がアプリを起動しますか。"web: …" という行のある Procfile を追加して、もう一度コマンドを実行してください。`,
  startsServer: '実行するとサーバーを起動',
  celery: (path: string, start: string) =>
    `${path} に Celery のタスクがありますが、そのワーカープロセスは対象外です。対象にするには、Procfile に "worker: ${start}" という行を追加してください。`,
  botWithPages: (path: string, bot: string, framework: string) =>
    `${path} は、${bot} クライアントと ${framework} サーバーを 1 つのプロセスで動かしています。リクエスト数に応じてスケールするサービスでは、リクエストのない間にクライアントが止まることがあります。ワーカーなら動き続けますが、URL はありません。どちらで動かしますか。`,
  nextUnused: '"next" が依存関係にあるが、どのスクリプトや設定でも使われていない',
  nextUnusedQuestion: (entry: string) =>
    `"next" が依存関係にありますが、どのスクリプト、設定、pages フォルダーでも使われておらず、${entry} はシングルページアプリのようです。使うツールを指定した "build" スクリプトを package.json に追加して、もう一度コメントしてください。`,
  problem: (path: string, error: string) => `${path}: ${error}。このファイルは無視しました`,
  submoduleTheme: 'テーマが Git サブモジュール',
  hugoSubmodule: 'Hugo のテーマが Git サブモジュールです。公開リポジトリからしか取得できません。',
  hugoModules: 'Hugo モジュールの取得に Go を使用',
  themeMissing: (name: string) => `テーマ ${name} がリポジトリにありません。追加するまでビルドは失敗します。`,
  plainPage: 'ビルド不要のページ',
  pageThere: 'ページがある',
  there: 'ファイルがある',
  nodeThere: 'Node のマニフェスト',
  builtFrom: (base, folder) =>
    `FROM ${base}（ビルドコンテキストは${folder === null ? 'リポジトリのルート' : ` ${folder}`}）`,
  startsCommand: (command) => `"${command}" を起動`,
  starts: (file) => `${file} を起動`,
  callRuns: (call, id) => `${call} で ${id} を実行`,
  uses: (name) => `${name} を使用`,
  usesBy: (name, by) => `${by} を通じて ${name} を使うプログラムを起動`,
  runs: (command) => `${command} を実行`,
  mentions: (command) => `${command} の記載がある`,
  names: (key) => `${key} の記載がある`,
  sets: (key) => `${key} を設定`,
  reads: (key) => `${key} を参照`,
  answers: (path) => `${path} に応答`,
  builds: (what) => `${what} をビルド`,
  installs: (what) => `${what} をインストール`,
  release: (name) => `リリース ${name}`,
  script: (name) => `スクリプト ${name}`,
  scriptIs: (name, text) => `スクリプト ${name}: ${text}`,
  scriptMakes: (name, output, source) => `スクリプト ${name} が ${source} から ${output} を作成`,
  sourceDoes: (source, says) => `${source} が ${says}`,
  movesPages: (script, folder) => `スクリプト ${script} がページを ${folder} に移動`,
  imageRuns: (command) => `イメージで ${command} を実行`,
  writesInto: (folder) => `ビルドの出力先が${folder === null ? ' index.html のあるフォルダー' : ` ${folder}`}`,
  compilerWrites: (file) => `コンパイラーの出力先が ${file}`,
  singlePage: 'シングルページアプリ',
  copiesArgument: (source) => `コピー元の ${source} がビルド時の引数で決まる`,
  fastCgi: 'PHP-FPM だけで Web サーバーがなく、HTTP に応答しない',
  compilesMissing: (path) => `コンパイルする ${path} がリポジトリにない`,
  dotnetImages: (major, port) => `.NET ${major} のイメージは ${port} を待ち受ける`,
  programListens: (name, port) => `${name} が ${port} を待ち受け`,
  listens: (port, honoursPort) =>
    port === null
      ? honoursPort
        ? '$PORT を待ち受け'
        : 'ポートを待ち受け'
      : honoursPort
        ? `$PORT（指定がなければ ${port}）を待ち受け`
        : `${port} を待ち受け`,
  givesPort: (variable) => `${variable} にポートを設定`,
  portClash: (port, path, other, otherPath) =>
    `ポートは ${path} の指定に従い ${port} とします。${otherPath} の指定は ${other} です。`,
  cannotBeRead: (path) => `${path} を読み取れない`,
  lacks: (path, what) => `${path} に ${what} がない`,
  someOf: (names, more) => `${names.join('、')}${more === 0 ? '' : ` ほか ${more} 件`}`,
  leftover: (left, kept) => `${kept} のほかに ${left.join('、')} が残っていますが、使っていません。削除してください。`,
  readByOnly: (path, manager) => `${path} を読むのは ${manager} だけ`,
  enginesAsk: (manager) => `engines.npm が ${manager} を求めている`,
  allowsOnly: (manager) => `スクリプト preinstall が ${manager} だけを許可`,
  staleNode: (pin, needs, major, chosen) =>
    `${pin.file} は Node ${pin.text} を指定していますが、${needs.by} はそのバージョンでは動きません（必要なバージョン: ${needs.range}）。${chosen} の範囲に合う Node ${major} を使います。`,
  nodeClash: (chosen, other, major) =>
    `Node のバージョンの指定は ${chosen.file} が ${chosen.text}、${other.file} が ${other.text} です。${chosen.file} を優先し、Node ${major} を使います。`,
  lostProcess: (path, missing, says) =>
    `${path} は ${missing} を起動しますが、このファイルがないため、"${says}" は無視しました。`,
  beforeRelease: (path, command) =>
    `${path} では、リリースのたびに "${command}" を実行しています。デプロイの手順の中で実行してください。`,
  gunicornPort: 'アドレスの指定がないため、gunicorn は $PORT（なければ 8000）を待ち受ける',
  workspaceLock: (path) => `${path} はワークスペースのロックファイル`,
  imageUsesUv: 'pyproject.toml のパッケージをイメージが uv でインストール',
  djangos: (file) => `Django の ${file ?? 'WSGI／ASGI モジュール'}`,
  isConfiguration: (path, id) => `${path} は ${id} の設定`,
  configurationOf: (id) => `${id} の設定`,
  hugoScript: (name) => `スクリプト ${name} が Hugo と、その前後の処理を実行`,
  besideJekyll: (path) => `${path} と Jekyll のフォルダーがある`,
  sitePackages: 'サイトのパッケージの記載がある',
  sphinxOutput: 'sphinx-build の出力先',
  testProject: 'テストプロジェクト',
  androidBuild: 'Android アプリのビルド設定',
  exportsOnly: (sign) => `\`${sign}\` があり、起動するものがない`,
  headOf: (what) => spaced`${what}のヘッダー`,
  nothingListens: 'ファイルがあり、ポートを待ち受けるものもページを公開するものもない',
  textFiles: (count, all) => `${all} 個のファイルのうち ${count} 個が文書か画像`,
  notValid: (format, what, line) => {
    const where = [what ?? [], line === undefined ? [] : `${line} 行目`].flat().join('、')
    return `${format} として正しくありません${where === '' ? '' : `（${where}）`}`
  },
  tooManyAliases: (format) => `${format} のエイリアスが多すぎます`,
}
