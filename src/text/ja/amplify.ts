import type { amplify as english } from '../en/amplify.ts'

export const amplify: typeof english = {
  optionalTemplate:
    '省略できます。コンソールを使わない場合のために、Amplify アプリを CloudFormation で定義したものです',
  githubOnly: 'Amplify Hosting は github.com にしか接続できませんが、このリポジトリは別の GitHub サーバーにあります。',
  notOffered: (partition: string) => `Amplify Hosting は ${partition} パーティションでは提供されていません。`,
  fits: (because: string) =>
    `${because}Amplify Hosting はプッシュのたびに自動でビルドして公開するため、パイプラインの保守が不要です。`,
  theSite: 'サイト',
  buildSettings: (sites: string) => `${sites}の Amplify Hosting 用ビルド設定`,
  onMerge: 'マージ時',
  merged: 'ビルド設定がリポジトリに入ります。Amplify に一度接続するまでは何も公開されません（手順を参照）。',
  everyPush: (branch: string) => `接続後、${branch} へのプッシュごと`,
  pushed: 'Amplify がサイトをビルドして公開します。ビルドに失敗した場合は、直前のバージョンがそのまま残ります。',
  costs: (compute: boolean) =>
    `Amplify Hosting に固定料金はありません。ビルド時間、データの保存量と転送量${compute ? '、およびサーバーコードのリクエスト数と実行時間' : ''}に応じて課金されます。詳細は https://aws.amazon.com/amplify/pricing/ を参照してください。`,
  leftover: (stack: string) =>
    `Amplify アプリ本体: Amplify コンソールでアプリを開き、*App settings*、*General settings*、*Delete app* の順に選ぶか、\`aws cloudformation delete-stack --stack-name ${stack}\` を実行してください。`,
  visitors: '利用者',
  builds: 'Amplify Hosting がビルド',
  serverAndFiles: 'サーバーコードと静的ファイル',
  staticFiles: '静的ファイル',
  notASite: '静的サイトでも、サーバーサイドレンダリングのサイトでもありません。',
  imageOnly: (why: string) => `コンテナイメージが必要です（${why}）。`,
  adapter: 'Amplify Hosting で動く形式でビルドされます。',
  noOutput: 'ビルド結果を公開するフォルダーがわかりません。',
  staticSite: '静的ファイルだけのサイトです。',
  nextTooNew: (major: number) =>
    `Amplify Hosting がサーバーコードに対応しているのは Next.js 12 から 15 ですが、このアプリは ${major} です。`,
  nextTooOld: (major: number) => `Amplify Hosting には Next.js 12 以降が必要ですが、このアプリは ${major} です。`,
  noNitro: 'ビルドに Nitro を使っていません。Nitro を使うと、Amplify Hosting で動く形式でビルドされます。',
  nuxtTooOld: (major: number) => `Amplify Hosting で動くのは Nuxt 3 以降ですが、このアプリは ${major} です。`,
  nitro: 'Amplify 上でビルドすると、Amplify Hosting で動く形式になります。',
  withCloudFormation: 'または: コンソールの代わりに CloudFormation で Amplify アプリを作成する',
  withCloudFormationText: (region: string, templatePath: string) =>
    `上の手順の代わりになります。先に *AWS Amplify* の GitHub App を \`https://github.com/apps/aws-amplify-${region}/installations/new\` からインストールしてください。次に、リポジトリの管理者として、スコープが \`admin:repo_hook\` だけの classic の個人アクセストークンを作成し、使い終わったら削除してください。本番以外のブランチへのパスワードの設定と、プルリクエストのプレビューもできます。\`${templatePath}\` のパラメーターを参照してください。`,
  headers: '任意: セキュリティヘッダー',
  headersText: (path, names) =>
    `\`${path}\` で指定してコミットし、もう一度 \`/cicd setup\` を実行してください（ファイルがすでにある場合は、最後の行をアプリの下に追加します）。${names} を設定する \`customHttp.yml\` が追加されます。これらでサイトが動かなくなることはありません。Content-Security-Policy はサイトに合わせて書く必要があります。`,
  monorepo: (root: string) => `*My app is a monorepo* にチェックを入れ、ルートとして ${root} を指定してください。`,
  framework: '*Framework* に、静的サイトではなくサーバーサイドのフレームワークが表示されていることを確認してください。',
  connect: (site: string) => `リポジトリを Amplify Hosting に接続する${site}`,
  connectText: (repository: string, branch: string, monorepo: string, framework: string) =>
    `リンクを開き、*GitHub* を選び、*AWS Amplify* の GitHub App に ${repository} の読み取りを許可して、ブランチ ${branch} を選択してください。${monorepo}ビルド設定は \`amplify.yml\` から読み込まれるため、変更は不要です。${framework}最後に *Save and deploy* を選んでください。最初のビルドは数分で終わり、サイトのアドレスが表示されます。`,
  rewriteText:
    'このルールがないと、トップ以外のページを再読み込みしたときに "not found" になります。ファイルでは設定できません。',
  platformText:
    'サーバーコードを確実に動かすための設定です。コンソールですでに設定されている場合は、何も変わりません。',
  rewrite: (site: string) => `シングルページアプリ用の書き換えルールを追加する${site}`,
  platform: (site: string) => `プラットフォームを確認する${site}`,
  variables: (site: string) => `ビルドで使う環境変数を設定する${site}`,
  variablesText: (names: string) =>
    `Amplify コンソールでアプリを開き、*Hosting*、*Environment variables* の順に選んで設定してください: ${names}。不要なものは省略できます。値は平文で保存されるため、機密情報は *Secrets* または AWS Secrets Manager に保存してください。`,
  previews: (site: string) => `任意: プルリクエストごとのプレビュー${site}`,
  previewsText: 'プルリクエストごとに専用のアドレスが作られ、クローズすると削除されます。',
  compute: (site: string) =>
    `${site}の Amplify アプリでは、プラットフォームを \`WEB_COMPUTE\` にする必要があります（サーバーコードを実行するため）。コンソールがフレームワークを認識すれば自動で設定されます。手順の中でも確認します。`,
  publicPreviews:
    'このリポジトリは公開されているため、プルリクエストのプレビューは使えないものと考えてください。プルリクエストのコードがロールの権限で動く場合、Amplify はプレビューを拒否します。',
  oldNode: (version: string) =>
    `リポジトリは Node.js ${version} を指定していますが、Amplify のサーバーコードでは使えません。ビルドには 22 を使います。`,
  wholeFolder:
    'フォルダー全体が公開されるため、中にあるものはすべて外部から見えます。それで困る場合は、サイトを専用のフォルダーに移してください。',
  sites: (count) => (count === 1 ? 'サイト' : `${count} 個のサイト`),
  noAdapter: (adapter) =>
    `ビルド結果が Amplify Hosting で動く形式ではありません。${adapter ? `アダプター ${adapter} を追加すると動くようになります。` : ''}`,
  next: (major) => `Amplify Hosting で Next.js${major === null ? '' : ` ${major}`} のサーバーコードを動かせます。`,
  ofSite: (name) => `（${name}）`,
  headersPurpose: 'Amplify Hosting のセキュリティヘッダー',
  password: '任意: 本番以外をパスワードで保護する',
  passwordText: (branches) =>
    `Amplify コンソールでアプリを開き、*Hosting*、*Access control*、*Manage access* の順に選んで、${branches} を *Restricted - password required* にし、ユーザー名とパスワードを設定してください。プルリクエストのプレビューも同じ一覧にあります。テンプレートを使う場合は、パラメーター \`Password\` で設定します。`,
}
