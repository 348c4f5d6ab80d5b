import type { outcome as english } from '../en/outcome.ts'
import { spaced } from './spaced.ts'

export const outcome: typeof english = {
  unlisted: (path: string) =>
    `${path}/ は一覧を取得できませんでした。リポジトリのファイルが多く、1 回の応答に収まりません。`,
  moreFiles: (left: number) => `… ほかにも同様のファイルが ${left} 件あります。`,
  noCommits:
    'このリポジトリにはまだコミットがありません。最初のコミットをプッシュしてから、もう一度コマンドを実行してください。',
  noAppThere: (path: string, roots: string) =>
    `${path} にはアプリがありません。アプリがあるのは ${roots} です。このいずれかを --path に指定してください。`,
  alreadyThere: (paths: string) => `生成するファイルはすでに存在するため、そのままにします: ${paths}`,
  upToDate: '設定はすでに完了しています。どのファイルも、生成される内容と一致しています。',
  delivered: (path: string, what: string, target: string) =>
    `すでに ${path}（${what}）がデプロイしているため、パイプラインを追加していません。それでも追加する場合は /cicd setup --target=${target} とコメントしてください。`,
  nothingHere: (what, where, says) =>
    spaced`このリポジトリは${what}のようです（${where}: ${says}）。デプロイするものはありません。`,
  noFiles: '種類がわかるファイルはありませんでした',
  unknown: (files: string) =>
    `デプロイできるものが見つかりませんでした。確認したファイル: ${files}。アプリがある場合は、フォルダーを指定してください: /cicd setup --path=FOLDER`,
  linkedPath: (type: string) =>
    `\`--path\` の途中に${type === 'symlink' ? 'シンボリックリンク' : 'サブモジュール'}があり、その先は確認しません。フォルダーそのものを指定して、もう一度コマンドを実行してください。`,
  skipped: (path, why) => `${path}: ${why}。`,
  sentence: (text) => `${text}。`,
}
