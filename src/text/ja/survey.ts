import type { Texts } from '../en.ts'
import { existing } from './existing.ts'

/** `/cicd survey` と `slipway survey` の文言。 */
export const survey: Texts['survey'] = {
  command: 'ここから見えるすべてのリポジトリについて、内容、デプロイ先、古くなったものを一覧にする',
  title: (owner, count) => `${owner} の一覧: リポジトリ ${count} 件`,
  titleHere: (count) => `リポジトリ ${count} 件`,
  progress: (done, total) => `リポジトリを確認しています: **${total} 件中 ${done} 件**`,
  progressMore:
    'このコメントは進行に合わせて更新され、最後に一覧表になります。その間もほかのコマンドは実行されます。この Issue で別のコマンドをコメントすると、一覧の作成は終了します。',
  kinds: {
    setup: 'セットアップが必要',
    question: '先に確認が必要',
    proposed: 'プルリクエストがレビュー待ち',
    update: 'セットアップ済み（更新あり）',
    checks: 'デプロイ済み（プルリクエストのテストのみ不足）',
    byHand: '専用のツールを使用',
    done: '作業は不要',
    none: 'デプロイ対象なし',
    unread: '確認できなかったもの',
  },
  columns: {
    repository: 'リポジトリ',
    apps: 'アプリ',
    path: 'デプロイ先',
    today: '現在の構成',
    dated: '要対応',
    says: '内容',
    answer: '答え方',
    pull: 'プルリクエスト',
    open: '始め方',
  },
  targets: (items) => `デプロイ先の内訳: ${items.join('、')}`,
  dated: (count, command) =>
    `${count} 件に、動作しないもの、危険なもの、サポートが終了したもののいずれかがあります。対処方法は、そのリポジトリで \`${command}\` を実行するとわかります。`,
  appRunner: (on, command) =>
    `App Runner は ${on} に新規利用の受付を終了しました。利用したことのない AWS アカウントでは \`${command}\` を使ってください。`,
  leftOut: (items) => `対象外: ${items.join('、')}`,
  archived: (count) => `アーカイブ済み ${count} 件`,
  forks: (count) => `フォーク ${count} 件`,
  hidden: (count) =>
    `この Issue の読者の全員が読めるわけではないもの ${count} 件（表示するには、必要な人だけが読めるリポジトリでコメントしてください）`,
  publicOnly:
    'この Issue は誰でも読めるため、プライベートリポジトリは表示していません。表示するには、プライベートリポジトリでコメントしてください。',
  internalOnly:
    'この Issue はプライベートリポジトリより多くの人が読めるため、プライベートリポジトリは表示していません。表示するには、プライベートリポジトリでコメントしてください。',
  beyond: (most) => `名前順で最初の ${most} 件だけを確認しました。1 回で確認できるのはここまでです。`,
  unlooked: (count) => `ここまでの結果でコメントがいっぱいになったため、${count} 件は確認していません。`,
  tooLong: (count) => `ほか ${count} 件は、このコメントに収まりませんでした。`,
  shorter:
    'コメントの上限（65,536 文字）に収めるため、表を短くしています。詳しくは各リポジトリで `/cicd plan` とコメントしてください。',
  howTo:
    'リンクから Issue を作成し、そこに `/cicd setup` とコメントしてください（Issue の本文に書いたコマンドは実行されません）。既存の Issue やプルリクエストへのコメントでも構いません。',
  issueBody: (command) => `コメント: \`${command}\``,
  open: 'Issue を作成',
  noIssues: 'プルリクエストで',
  atOnce: (count) => `GitHub CLI で ${count} 件をまとめて始める（自分の権限で実行されます）`,
  empty: '確認するリポジトリがありません。',
  since: (what, on) => `${what}（${on}）`,
  rules: {
    'oidc-subject': 'AWS へのサインインの不一致',
    'aws-state': 'AWS 上の問題',
    'taken-over-actions': '乗っ取られたアクション',
    'aws-keys': 'OIDC ではなくアクセスキー',
    'refused-actions': 'GitHub が実行しないアクション',
    'runner-images': '廃止されたランナー',
    'app-runner-runtimes': 'App Runner のランタイム',
    'lambda-runtimes': 'Lambda のランタイム',
    'base-images': 'ベースイメージ',
    'dead-tools': 'サポートが終了したツール',
    'app-runner-closed': '新規利用を終了した App Runner',
    'codebuild-images': 'CodeBuild のイメージ',
    'generated-files': '生成されたファイル',
    'left-actions': '保守されていないアクション',
    'old-actions': '古いアクション',
    'movable-actions': 'タグ指定のアクション',
  },
  testsBy: (what) => `${existing.what(what)}（テスト）`,
  deploys: (what) => `${existing.what(what)}（デプロイ）`,
  deploysTo: (what, to) => `${existing.what(what)} → ${existing.place(to)}`,
  more: (count) => `ほか ${count} 件`,
  noTarget: '対象のデプロイ先なし',
  failed: (id) => `今回は読み取れませんでした。理由はログの ${id} にあります。`,
  notFound: (directory) => `${directory} にも、その直下のフォルダーにも Git リポジトリがありません。`,
  failedHere: (why) => `読み取れませんでした: ${why}`,
}
