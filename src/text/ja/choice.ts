import type { choice as english } from '../en/choice.ts'

export const choice: typeof english = {
  leftOut: (root: string, text: string) => `${root} は確認が必要なため、対象から外しました: ${text}`,
  tooMany: (count: number) =>
    `このリポジトリには ${count} 個のアプリがあります。どれから設定しますか。アプリのフォルダー、または複数のアプリを含む上位のフォルダーを指定してください。`,
  instead: {
    first: (because, title) => `${because}ただし ${title} を優先します。`,
    asked: (because, title) => `${because}ただし ${title} が指定されています。`,
    settled: (because, title) => `${because}ただし、すでに ${title} で設定されています。`,
    running: (because, title) => `${because}ただし、すでに ${title} で動いています。`,
  },
  doesNotFit: (title, because) => `指定された ${title} は利用できません: ${because}`,
  runsAlready: (because, what, name) => `${because} このアカウントにはすでに ${what} \`${name}\` があります。`,
  runsElsewhere: (app, what, name) =>
    `${app} はすでにこのアカウントで ${what} \`${name}\` として動いています。ここで設定するものはその隣の 2 つ目のデプロイ経路になります。どちらか一方を止めてください。`,
  servesNone: 'デプロイできるアプリがここにはありません。',
}
