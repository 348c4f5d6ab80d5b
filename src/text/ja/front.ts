import type { Texts } from '../en.ts'

/** 稼働中のアプリの `/` に表示するページの文言。 */
export const front: Texts['front'] = {
  title: 'コメントひとつで AWS への CI/CD',
  lead: 'Issue にコメントすると、リポジトリの内容に合ったデプロイ方法のプルリクエストを 1 件作成します。',
  ready: 'コマンドを受け付けています',
  unready: (why) => `準備中です: ${why}`,
  install: 'GitHub にインストール',
  use: '使い方',
  stepInstall: '提案を受けたいリポジトリにアプリをインストールします。',
  stepComment: 'リポジトリの Issue にコメントします:',
  stepReview: 'プルリクエストをレビューします。マージするまで何もデプロイされません。',
  links: 'リンク',
  onGithub: 'GitHub 上のアプリのページ',
  alive: 'プロセスの稼働確認',
  canWork: 'コマンド受付の確認',
}
