import type { existing as english } from '../en/existing.ts'

const names: Readonly<Record<string, string>> = {
  'Amplify Hosting headers': 'Amplify Hosting のヘッダー',
  'SAM settings': 'SAM の設定',
  'ECS task definition': 'ECS タスク定義',
  'Terraform for AWS': 'AWS 用の Terraform',
  'Helm chart': 'Helm チャート',
  'Kubernetes manifests': 'Kubernetes マニフェスト',
  'deploy script': 'デプロイ用スクリプト',
}

const places: Readonly<Record<string, string>> = {
  'a place it does not name': '記載なし',
  'own server': '自前のサーバー',
  'server by SSH': 'サーバー（SSH 経由）',
  'container registry': 'コンテナレジストリ',
  'package registry': 'パッケージレジストリ',
  'AWS by terraform': 'AWS（Terraform）',
  'AWS by pulumi': 'AWS（Pulumi）',
  'AWS by ansible': 'AWS（Ansible）',
  'AWS by server by SSH': 'AWS（SSH 経由）',
}

export const existing: typeof english = {
  deploys: 'すでにデプロイや公開を行っており、変更しないもの',
  hosting: 'ほかのホスティングの設定で、変更しないもの',
  tests: 'すでにあるテスト',
  copilotEnded:
    'AWS Copilot のサポートは 2026-06-12 に終了しました。Copilot が作成したスタックは通常の CloudFormation スタックなので、そのまま動き続けます。サービスを ECS Express Mode に移し、二重に動かないように Copilot のスタックを削除してください。',
  group: (what, items, more) => `${what}: ${items.join('、')}${more === 0 ? '' : `、ほか ${more} 件`}`,
  deployment: (path, line, to) => `${path}${line === null ? '' : ` の ${line} 行目`}（デプロイ先: ${to}）`,
  what: (name) => names[name] ?? name,
  place: (to) => places[to] ?? to,
  settings: (path, what) => `${path}（${what}）`,
}
