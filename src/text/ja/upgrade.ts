import type { upgrade as english } from '../en/upgrade.ts'

export const upgrade: typeof english = {
  title: 'CI/CD の設定を最新にする',
  lead: (files) =>
    `生成したファイル ${files} 個だけを変更し、人が書いたものには触れません。生成後に人が加えた変更は残し、新しい内容をそこにマージします。`,
  why: '今行う理由',
  templates: (from, to) => `これらのファイルのテンプレートが新しくなりました（${from} → ${to}）。`,
  source: (date, source) => `（${date}、${source} ）`,
  files: 'ファイル',
  actions: { create: '作成', update: '更新', delete: '削除' },
  left: (found) => `人が書いたファイルにあるため、ここでは変更しないもの（${found} 件）`,
  seeDoctor: '直し方を見るには、Issue に `/cicd doctor` とコメントしてください。',
  scheduled:
    'このプルリクエストは、誰かの依頼ではなく `.github/cicd.yml` の `upgrade.schedule` によって作成されました。`schedule: off` にすると作成されなくなります。マージせずに閉じた場合、同じ理由で再び作成されることはありません。',
  checkTitle: (files) => `生成したファイル ${files} 個を最新にしました`,
}
