import type { ci as english } from '../en/ci.ts'

export const ci: typeof english = {
  purpose: (runs: string) => `CI: すべてのプルリクエストで${runs}を実行します`,
  costs: 'CI は GitHub Actions の実行時間を消費します。パブリックリポジトリでは無料です。',
  pullRequest: 'プルリクエスト',
  everyPush: 'このリポジトリのブランチへのプッシュごと',
  runsWithSecret: (runs: string) =>
    `CI が${runs}を実行します。インストールにシークレットが必要なため、フォークからのプルリクエストでは CI は動きません。`,
  thisPullRequest: 'このプルリクエストで',
  runs: (runs: string) => `CI が${runs}を実行します。コードを読むだけで、ほかの権限はありません。`,
  everyPullRequest: (branch: string) => `すべてのプルリクエストと ${branch} へのプッシュで`,
  same: '同じ CI が動きます。',
  tokenExample: 'パッケージの読み取り権限を持つトークン',
  installsPrivate: (root: string) => `${root} のプライベートパッケージのインストール`,
  giveToken: (name: string) => `プライベートパッケージ用のトークンを CI に渡す（${name}）`,
  tokenText:
    'インストール時に環境変数から読み取ります。パッケージの読み取りだけができるトークンを作成してください。フォークからのプルリクエストには渡されません。',
  lint: 'リント',
  tests: 'テスト',
  build: 'ビルド',
  install: 'インストール',
  expressionInCommand: (command) =>
    `コマンド ${command} に、GitHub Actions が評価してしまう \`\${{\` が含まれています。スクリプトの名前を変えて、もう一度コマンドを実行してください。`,
}
