import type { tree as english } from '../en/tree.ts'

export const tree: typeof english = {
  symlink: 'シンボリックリンクであり、リンク先は確認しません',
  submodule: 'サブモジュールであり、その中は確認しません',
  lfs: 'Git LFS のポインターであり、実体は確認しません',
  binary: 'バイナリファイルです',
  large: '1 MB を超えています',
  'too many files': '先に 400 個のファイルを読み取ったため、読み取っていません',
  'too much text': '先に読み取ったファイルの合計が大きすぎるため、読み取っていません',
  unreadable: '読み取れませんでした',
}
