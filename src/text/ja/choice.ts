import type { choice as english } from '../en/choice.ts'

export const choice: typeof english = {
  leftOut: (root: string, text: string) => `${root} は確認が必要なため、対象から外しました: ${text}`,
  tooMany: (count: number) =>
    `このリポジトリには ${count} 個のアプリがあります。どれから設定しますか。アプリのフォルダー、または複数のアプリを含む上位のフォルダーを指定してください。`,
  comesFirst: (because: string, title: string) => `${because}ただし ${title} を優先します。`,
  doesNotFit: (title, because) => `指定された ${title} は利用できません: ${because}`,
  servesNone: 'デプロイできるアプリがここにはありません。',
}
