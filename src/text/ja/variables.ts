import type { variables as english } from '../en/variables.ts'

export const variables: typeof english = {
  give: (app: string, stage: string) => `${app} の環境変数を ${stage} に設定する`,
  giveText: (stage: string, text: string) => `${stage} 用の値が変数に入っているシェルで実行してください。${text}`,
  thisLanguage: 'この言語',
}
