import type { local as english } from '../en/local.ts'

export const local: typeof english = {
  noFolder: (path: string) =>
    `${path} というフォルダーはありません。ローカルの Git リポジトリのパスを指定してください。`,
  notFolder: (path: string) =>
    `${path} はフォルダーではありません。ローカルの Git リポジトリのパスを指定してください。`,
  notRepository: (path: string) =>
    `${path} は Git リポジトリではありません。そこで git init を実行してファイルをコミットするか、別のパスを指定してください。`,
  noGit: 'git が見つかりません。git をインストールして、もう一度コマンドを実行してください。',
  checkedOut: (branch: string) =>
    `ブランチ ${branch} をチェックアウト中です。別のブランチに切り替えて（git switch -）、もう一度コマンドを実行してください。`,
  distrusted: (path, folder) =>
    `${path} は別のユーザーの所有物であるため、git が信頼していません。信頼する場合は、次を実行してください: git config --global --add safe.directory ${folder}`,
  foreignCommits: (branch, count, first) =>
    `ブランチ ${branch} に、生成されたものではないコミットが ${count} 件あります（${first}…）。変更はしていません。ブランチをマージするか名前を変えて（git branch -m ${branch} ${branch}-mine）、もう一度コマンドを実行してください。`,
  notWritten: (path, why) =>
    `${path} に書き込めませんでした（${why}）。書き込み権限のある、既存のフォルダーの中のファイルを指定してください。`,
}
