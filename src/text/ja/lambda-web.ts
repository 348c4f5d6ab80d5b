import type { lambdaWeb as english } from '../en/lambda-web.ts'
import { inOrder } from './in-order.ts'

export const lambdaWeb: typeof english = {
  thisPullRequest: 'このプルリクエストで',
  nothingDeployed: (app: string) => `${app} のデプロイは行いません。`,
  everyLaterPush: 'マージ時と、その後のプッシュごと',
  deployed: (app, names) =>
    `${app} を ARM でビルドし、${inOrder(names)}デプロイします。デプロイ後に応答がない場合、実行は失敗になります。`,
  toGoBack: '元に戻すとき',
  goBackText: '以前のコミットのワークフローをもう一度実行してください。自動では元に戻りません。',
  isNew: (date: string) =>
    `Lambda Web Functions は新しいサービスです。ここでの記述は ${date} 時点のドキュメントに基づいています。対応リージョンの一覧はまだ公開されていません。`,
  costs: 'Lambda は使った分だけ課金され、リクエストがない間は無料です。コードを置くバケットには保存料金がかかります。',
  leftover: (app: string) => `Web 関数: \`aws lambda-web delete-web-function --function-name ${app}\``,
  bucket: 'ブートストラップスタックのバケット `WebFunctionCode`: 空にしてから削除してください',
  buildsOnArm: 'GitHub Actions が ARM でビルド',
  address: 'HTTPS のアドレス',
  listens: (app: string) =>
    `${app} は、すべてのインターフェイス（\`0.0.0.0\`）で、\`PORT\`（3000 に設定）を待ち受ける必要があります。メモリは最大 2 GB、1 リクエストは最長 15 分で、メモリの内容は実行環境をまたいで保持されません。`,
  otherNode: (app: string, version: string) =>
    `${app} は Node.js ${version} を指定していますが、Lambda Web Functions で動くのは Node.js 24 だけです。`,
  secrets: (names: string, path: string) =>
    `${names}: 関数を閲覧できる人には環境変数が見えるため、いずれも設定していません。値は Parameter Store の \`${path}\` 以下に保存し、コードから読み取ってください。ロールには読み取りを許可しています。`,
  ownFunction: (app: string) => `Web 関数 \`${app}\` とそのリビジョンおよびエンドポイントに関するすべての操作`,
  passRole: '関数にロールを渡す（このロールだけ）',
  putCode: 'このスタックのバケットにコードを置く',
  checkBucket: 'このスタックのバケットの状態を確認する',
  readOutputs: 'このスタックが出力する名前を読み取る',
  serves:
    'Lambda Web Function は、この Node.js サーバーをファイルのまま HTTPS で動かせます。リクエストがない間は料金がかかりません。',
  noServer: 'Lambda Web Functions は HTTP サーバーを動かすサービスですが、これは HTTP サーバーではありません。',
  language: (language: string) => `Lambda Web Functions で動くのは Node.js だけですが、このアプリは ${language} です。`,
  imageOnly: (why: string) => `Lambda Web Functions には Node.js 以外のものがありません（${why}）。`,
  workspace: (root: string) =>
    `デプロイできるのは 1 つのフォルダーだけですが、\`${root}\` のビルドには上位のワークスペースが必要です。`,
  noStart: 'サーバーの起動方法を示すものがリポジトリにありません。',
  notOffered: (partition: string) =>
    `Lambda Web Functions が ${partition} パーティションで提供されているかどうかは確認できていません。`,
  ci: (ci: string) => `ワークフローは GitHub Actions 用で、${ci} には対応していません。`,
  areNew: (because: string, date: string) => `${because}新しいサービスです（${date}）。`,
  purpose: (app: string) => `${app} をビルドし、Lambda Web Function としてデプロイします`,
  port: (wanted, port) =>
    `Lambda Web Functions ではポート ${wanted} を待ち受ける必要がありますが、このサーバーは \`PORT\` の値にかかわらず ${port ?? '独自のポート'} を待ち受けます。`,
  scriptPurpose: 'フォルダーを Lambda Web Function としてデプロイし、応答を確認します',
}
