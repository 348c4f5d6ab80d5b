import type { removal as english } from '../en/removal.ts'

export const removal: typeof english = {
  lead: (count: number) =>
    `**マージすると**、生成された ${count} 個のファイルが削除され、このリポジトリからのデプロイは行われなくなります。クローズした場合は何も変わりません。AWS で稼働中のものはそのまま動き続けます。`,
  kept: '変更されていたため残すもの',
  files: '削除されるファイル',
  stays: 'AWS に残るものと、その削除方法',
  settings: 'このリポジトリの設定',
  variables:
    '- [ ] ワークフローのために作成した変数と環境: *Settings*、*Secrets and variables*、*Actions* と、*Settings*、*Environments*。',
  requested: (url: string) => `。[このコメント](${url})で依頼されました。`,
  title: (name: string) => `${name} の CI/CD 設定を削除`,
  lockPurpose: '生成したファイルの一覧です。次回の実行時に、手で加えられた変更を見分けるために使います',
  again: 'もう一度設定するには: `/cicd setup`',
  nothing: 'ありません。',
}
