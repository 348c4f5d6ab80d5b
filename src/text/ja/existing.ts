import type { existing as english } from '../en/existing.ts'

export const existing: typeof english = {
  deploys: 'すでにデプロイや公開を行っており、変更しないもの',
  hosting: 'ほかのホスティングの設定で、変更しないもの',
  tests: 'すでにあるテスト',
  copilotEnded:
    'AWS Copilot のサポートは 2026-06-12 に終了しました。Copilot が作成したスタックは通常の CloudFormation スタックなので、そのまま動き続けます。サービスを ECS Express Mode に移し、二重に動かないように Copilot のスタックを削除してください。',
  group: (what, items, more) => `${what}: ${items.join('、')}${more === 0 ? '' : `、ほか ${more} 件`}`,
  deployment: (path, line, to) =>
    `${path}${line === null ? '' : ` の ${line} 行目`}（デプロイ先: ${to.replace(/^AWS by server by SSH$/, 'AWS（SSH 経由）').replace(/^(\S+) by (.+)$/, '$1（$2）')}）`,
}
