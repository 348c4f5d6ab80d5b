import type { stores as english } from '../en/stores.ts'

export const stores: typeof english = {
  or: 'MongoDB Atlas または Amazon DocumentDB',
  list: (names) => names.join('、'),
  ecs: 'タスク（デフォルト VPC で動作します）から接続できる場所に置き、タスクのセキュリティグループからの接続を許可してください。',
  apprunner:
    'App Runner からプライベートなデータベースに接続するには VPC コネクタが必要です。テンプレートには含めていないので、必要な場合は用意してください。',
  expected: (app, names, services, reached) =>
    `${app} は ${names} を必要としますが、このプルリクエストでは作成しません。${services}、または既存のものを利用してください。${reached}接続先はアプリの環境変数に設定します。`,
  sqlite: (app) =>
    `${app} には SQLite のドライバーがあります。コンテナ内のファイルは次のデプロイで失われ、アプリのコピーごとに別のファイルになります。本番環境ではデータベースサーバーを利用してください。`,
}
