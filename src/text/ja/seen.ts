import type { seen as english } from '../en/seen.ts'

export const seen: typeof english = {
  amplifyGen2: 'Amplify Gen 2 のバックエンドの定義',
  amplifyGen2Remark: (path: string) =>
    `${path} は Amplify Gen 2 のバックエンドです。Amplify Hosting が、サイトより先に \`npx ampx pipeline-deploy\` でデプロイします。`,
  amplifyGen1: 'Amplify CLI（Gen 1）のバックエンド',
  amplifyGen1Remark: (path: string) =>
    `${path}/ は Amplify CLI（Gen 1）のバックエンドです。Amplify コンソールで環境を接続してください。接続すると、サイトより先に \`amplifyPush --simple\` でデプロイされます。`,
  oneOfTests: (count: number) => `${count} 個のテストファイルのうちの 1 つ`,
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
  denoImage: 'Deno のマネージドランタイムがない',
  denoPort: 'Deno.serve は指定がなければ 8000 を待ち受ける',
  copilotImage: '現在は AWS Copilot がこの Dockerfile から動かしている',
  unusableDockerfile: (path: string, why: string) => `${path} の Dockerfile は使えません: ${why}。`,
  severalPorts: (path: string, ports: string) =>
    `${path} は複数のポート（${ports}）を公開しています。HTTP に応答するのはどれですか。EXPOSE にそのポートだけを残して、もう一度コマンドを実行してください。`,
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
  tiedLocks: (locks: string) =>
    `複数のロックファイル（${locks}）がコミットされており、どちらを使っているのかを示すものがありません。不要な方を削除して、もう一度コマンドを実行してください。`,
  npmByDefault: 'ロックファイルもパッケージマネージャーの指定もないため npm',
  lockOf: (lock: string, manager: string) => `${lock} は ${manager} のロックファイル`,
  lockDecides: (declared: string, lock: string, manager: string) =>
    `package.json は ${declared} を指定していますが、ロックファイルは ${lock} だけです。ロックされたバージョンがある ${manager} を使います。`,
  pnpmWorkspace: 'pnpm-workspace.yaml を読むのは pnpm だけ',
  bunFile: (path: string) => `${path} は Bun のファイル`,
  yarnFile: (path: string) => `${path} を読むのは Yarn だけ`,
  pnpmFile: (path: string) => `${path} を読むのは pnpm だけ`,
  onlyInStep: (path: string) => `package.json と一致するロックファイルは ${path} だけ`,
  registry: 'パッケージのレジストリを設定',
  privateRemark: (what: string, host: string, path: string) =>
    `${what} は ${host} から取得します。ビルドには読み取り権限のあるトークンが必要です。${path} が参照する環境変数またはシークレットに設定してください。`,
  plainToken: (path: string) =>
    `${path} に平文のトークンがあります。トークンを無効にし、代わりに環境変数から読み取るようにしてください。`,
  holdsToken: 'トークンを含む',
  gitOverSsh: '取得に SSH での Git を使いますが、ビルドには鍵がありません',
  fetchedFrom: (host: string) => `${host} から取得するため、ビルドから接続できる必要があります`,
  packageRemark: (name: string, says: string) => `パッケージ ${name} は、${says}。`,
  endedNode: (major: number, file: string, text: string, end: string) =>
    `Node ${major}（${file}: ${text}）は ${end} にサポートが終了（EOL）し、セキュリティ修正は提供されません。サポート中の次のバージョンは Node 22 です。${file} に設定して動作を確認してください。`,
  sourceOf: (path: string) => `${path} のプログラムのソース`,
  importedBy: (path: string) => `${path} のプログラムから読み込まれる`,
  localhost: 'localhost を待ち受け',
  localhostRemark: (path: string) =>
    `${path} は localhost だけを待ち受けるため、コンテナの外から接続できません。0.0.0.0 を待ち受けるようにしてください。`,
  startsBuilt: (file: string) => `ビルドで作成される ${file} を起動`,
  nxBuilds: (path: string) => `Nx の出力先が ${path}`,
  adonis: 'AdonisJS の出力先が build/',
  nest: 'NestJS の出力先が dist/main.js',
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
  pythonClash: (version: string, path: string, other: string, text: string) =>
    `Python ${version} は ${path} の指定によるものです。${other} の指定は ${text} です。`,
  noPython: 'Python のバージョン指定がないため 3.11 を使用',
  managePy: 'manage.py がある（Django）',
  noApplication: (id: string, path: string) =>
    `${path} に ${id} の記載がありますが、アプリケーションオブジェクトが見つかりません。何がアプリを起動しますか。"web: …" という行のある Procfile を追加して、もう一度コマンドを実行してください。`,
  startsServer: '実行するとサーバーを起動',
  webSockets: (id: string) => `${id} は WebSocket で通信するが、App Runner は WebSocket に対応していない`,
  celery: (path: string, start: string) =>
    `${path} に Celery のタスクがありますが、そのワーカープロセスは対象外です。対象にするには、Procfile に "worker: ${start}" という行を追加してください。`,
  botWithPages: (path: string, bot: string, framework: string) =>
    `${path} は、${bot} クライアントと ${framework} サーバーを 1 つのプロセスで動かしています。リクエスト数に応じてスケールするサービスでは、リクエストのない間にクライアントが止まることがあります。ワーカーなら動き続けますが、URL はありません。どちらで動かしますか。`,
  keepsConnection: (bot: string) => `リクエストのない間も ${bot} への接続を維持する`,
  nextUnused: '"next" が依存関係にあるが、どのスクリプトや設定でも使われていない',
  nextUnusedQuestion: (entry: string) =>
    `"next" が依存関係にありますが、どのスクリプト、設定、pages フォルダーでも使われておらず、${entry} はシングルページアプリのようです。使うツールを指定した "build" スクリプトを package.json に追加して、もう一度コメントしてください。`,
  problem: (path: string, error: string) => `${path}: ${error}。このファイルは無視しました`,
  rubyClash: (version: string, path: string, other: string, text: string) =>
    `Ruby ${version} は ${path} の指定によるものです。${other} の指定は ${text} です。`,
  configurationOf: (path: string, id: string) => `${path} は ${id} の設定`,
  submoduleTheme: 'テーマが Git サブモジュール',
  hugoSubmodule: 'Hugo のテーマが Git サブモジュールです。公開リポジトリからしか取得できません。',
  hugoModules: 'Hugo モジュールの取得に Go を使用',
  themeMissing: (name: string) => `テーマ ${name} がリポジトリにありません。追加するまでビルドは失敗します。`,
  plainPage: 'ビルド不要のページ',
  pageThere: 'ページがある',
}
