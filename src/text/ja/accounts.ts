import type { accounts as english } from '../en/accounts.ts'

export const accounts: typeof english = {
  sameAccount: '同じアカウントの同じ VPC の中にあるため、セキュリティグループだけで足ります。接続は不要です。',
  oneWay:
    '接続を開始するのは片側だけです。PrivateLink なら必要なポートだけを公開し、ネットワーク全体はつながず、逆方向の通信もできません。',
  oneToOne:
    '双方向の通信で、該当する組み合わせは少数です。1 組ごとの VPC ピアリングが最も単純で、時間料金もかかりません。',
  manyToMany: (pairs) =>
    `双方向に通信する ${pairs} 組が互いにつながっています。環境ごとに ${pairs} 本の接続を張る代わりに、Transit Gateway 1 つをハブにします。`,
  overlap: (one, cidr, other, otherCidr) =>
    `${one}（${cidr}）と ${other}（${otherCidr}）のアドレス範囲が重複しているため、経路を設定できません。PrivateLink は経路を必要としません。`,
  crowd: (one, cidr, other, otherCidr) =>
    `${one}（${cidr}）と ${other}（${otherCidr}）のアドレス範囲が重複しており、同じルートテーブルに両方の経路を書くことはできません。PrivateLink は経路を必要としません。`,
  notPeeringOneWay: '一方向に 1 つのポートがあれば足りるのに、ネットワーク全体が双方向につながります。',
  notHubOneWay: '双方向の経路になるうえ、アタッチメントごとに時間料金がかかります。',
  notHubFew: (few) => `${few} 組までなら、時間料金とアタッチメントの料金に見合う効果がありません。`,
  notPrivateLinkBoth: '一方向の仕組みなので、双方向にするにはロードバランサーとエンドポイントが方向ごとに必要です。',
  notPeeringMany: (pairs) =>
    `環境ごとに ${pairs} 本のピアリングと両側の経路が必要です。中継もできないため、相手が増えるたびに本数が増えます。`,
  notPeeringOverlap:
    '範囲が重複するネットワーク同士のピアリングは AWS が拒否します。ルートテーブルにも同じ範囲は 1 つしか書けません。',
  notHubOverlap: 'アドレスで経路を決めるため、同じ範囲が 2 つあっても片方にしか届きません。',
  ways: {
    'same-account': '接続不要',
    peering: 'VPC ピアリング',
    'transit-gateway': 'Transit Gateway',
    privatelink: 'PrivateLink',
  },
  transitive: (one, middle, other) =>
    `${one} は ${middle} と、${middle} は ${other} と通信しますが、ピアリングは中継しないため、${one} から ${other} には届きません。必要な場合は ${one} と ${other} のリンクを追加してください。`,
  databasePort: (link, port, to) =>
    `${link} では ${to} のデータベースのポート ${port} を公開します。2 つのプロダクトが 1 つのデータベースを共有すると、別々に変更できなくなります。間に API を置くほうが長持ちします。計画は指定どおりに作成しています。`,
  noExistingRange: (products) =>
    `本番に移すプロダクト（${products}）は、データの移行が終わるまで移行元のデータを使いますが、既存ネットワークのアドレス範囲が指定されていません。\`networks\` に \`existing 172.31.0.0/16\`（実際の範囲）を追加すると、その接続も計画に含まれます。`,
  existingOverlaps: (key, cidr, existing) =>
    `${key}（${cidr}）と既存ネットワーク（${existing}）はピアリングできません。互いの範囲か、接続先の範囲が重複しています。サーバーとデータを同じメンテナンス時間に移してください。`,
  unnamedStore: (app, kind, at) =>
    `${app} は ${kind} を使いますが${at === null ? '' : `（${at}）`}、その種類のデータストアが指定されていません。データがある場合は \`stores\` に追加してください。`,
  noStores:
    'データストアが 1 つも指定されていません。データがある場合は `stores` に書いてください。データの移行が最も注意を要します。',

  formIntro:
    '計画を立てるための情報がまだありません。次のフォームを埋めて、この Issue の本文（または `/cicd accounts` のコメントの続き、または `.github/cicd.yml`）に貼り付け、もう一度 `/cicd accounts` とコメントしてください。このリポジトリからわかることは記入済みです。',
  formIntroLocal:
    '計画を立てるための情報がまだありません。次のフォームを埋めて .github/cicd.yml に書き、コミットしてからもう一度実行してください。このリポジトリからわかることは記入済みです。',
  formNotes: {
    environments: '影響の小さい順。本番は最後',
    products: '運用、費用、障害を切り離したい単位。環境ごとにアカウントを 1 つずつ作ります',
    links: 'どちらから接続を開始するか。"->" は一方向、"<->" は双方向。続けてポート（省略時は 443）',
    networks: '決まっている範囲だけ。ほかは重複しないように割り当てます',
    stores: '移行が必要なデータの置き場所',
    existing: '現在すべてが動いているアカウント',
    optional: '省略可',
  },
  formMistakes: (where, lines) =>
    `${where === 'issue' ? 'この Issue の本文' : 'コメント'}にあるフォームに誤りがあるため、何も行いませんでした。\n\n${lines}\n\n修正してから、もう一度 \`/cicd accounts\` とコメントしてください。`,
  dryRun: '`/cicd accounts` を実行した場合の提案です。何も書き込んでいません。',
  upToDate: 'デフォルトブランチにはすでにこの計画があります。',
  leftAlone: (paths) =>
    `${paths} は手が加えられているか、以前から存在するため、そのままにしています。ほかに違いはありません。`,

  title: (environments, products) => `AWS アカウントの分割計画: 環境 ${environments} つ、プロダクト ${products} つ`,
  lead: ({ accounts, links, stores }) =>
    `**マージしても AWS には何も作成されません**。追加されるのは計画とテンプレートです（アカウント ${accounts} 個、プロダクト間のリンク ${links} 本、移行するデータストア ${stores} 個）。計画は人が 1 段階ずつ進め、どの段階の後でも止められます。クローズした場合は何も変わりません。`,
  readPlan: (link) => `まず ${link} をお読みください。すべての手順に、コマンド、確認項目、戻し方を書いています。`,
  accountsTitle: '### アカウント',
  accountsHead: '| アカウント | OU | 用途 |',
  roles: {
    management: '組織、請求、サインインの管理。ここでは何も動かしません',
    'log-archive': '全アカウントのログの保管（書き換え不可）',
    audit: '全アカウントを確認するセキュリティツール',
    network: 'Transit Gateway',
    images: '全環境が取得するコンテナイメージ',
  },
  workload: (products, environment) => `${environment} 環境の ${products}`,
  linksTitle: '### アカウント間の接続',
  linksHead: '| | リンク | 方法 | 理由 |',
  notChosen: '選ばなかった方法とその理由',
  rejected: (id, way, because) => `- ${id} で「${way}」を選ばなかった理由: ${because}`,
  lattice:
    'Amazon VPC Lattice は比較の対象にしていません。多数の HTTP サービスで、リクエスト単位の認証やルールが必要な場合は検討する価値があります。',
  dataTitle: '### データ（最後に移行）',
  dataHead: '| データストア | 移行先 | 停止時間 |',
  orderTitle: '### 移行の順序',
  orderHead: '| 段階 | 影響を受ける人 |',
  notesTitle: '### はじめに確認してください',
  filesTitle: 'ファイル',
  entriesTitle: 'アカウントができた後に `.github/cicd.yml` に書く内容',
  entriesText: (product) =>
    `このプルリクエストでは変更しません。次の内容は ${product} 用です。アカウント番号を入れてコミットし、\`/cicd setup\` とコメントすると、以後パイプラインは新しいアカウントにデプロイします。`,
  costsTitle: '料金',
  costs: {
    accounts:
      'アカウント、Organizations、IAM Identity Center、サービスコントロールポリシーそのものは無料です。Control Tower では、有効になる AWS Config、CloudTrail とその保存先に料金がかかります。',
    twice:
      '新旧の両方が動いている間は両方の料金がかかります。移行が済んだものは、段階ごとに元のアカウントで停止してください。',
    peering:
      'VPC ピアリング: 時間料金はありません。同じアベイラビリティーゾーン内の通信は無料で、ゾーンやリージョンをまたぐ通信は有料です。',
    hub: 'Transit Gateway: アタッチメントごとの時間料金と、転送量に応じた料金がかかります。',
    privateLink:
      'PrivateLink: エンドポイントごと、ゾーンごとの時間料金と、転送量に応じた料金がかかります。Network Load Balancer にも時間料金がかかります。',
    nat: 'VPC のテンプレートには NAT ゲートウェイを含めていません。含めるとアカウントごとに時間料金がかかります。',
    billing:
      '請求は管理アカウントにまとまります。明細はアカウントごとに分かれるため、プロダクトごとの費用がわかります。',
  },
  happensTitle: 'いつ何が起こるか',
  happens: [
    ['このプルリクエストの間', '何も起こりません。テンプレートはただのテキストです'],
    ['マージしたとき', 'AWS には何も起こりません。計画がデフォルトブランチに入ります'],
    ['人が手順を実行したとき', '指定したアカウントで、その手順に書いてあることだけが行われます'],
    ['クローズしたとき', '何も起こりません'],
  ],
  madeFromTitle: 'この計画のもとになった情報',
  madeFrom: {
    comment: 'コメントにあるフォームから作成しました。残しておく場合は、`.github/cicd.yml` に次のように書きます。',
    issue: 'Issue の本文にあるフォームから作成しました。残しておく場合は、`.github/cicd.yml` に次のように書きます。',
    configuration: '設定ファイルの `accounts:` から作成しました。',
  },
  undoTitle: '元に戻す方法',
  undo: 'マージ前: このプルリクエストをクローズして、ブランチを削除してください。マージ後: *Revert* を使ってください。それまでに AWS に作成したものは残ります。戻し方は計画の各段階に書いています。',
  again:
    '計画を変えるには、フォームか `.github/cicd.yml` を変更して、もう一度 `/cicd accounts` とコメントしてください。これらのファイルに加えた変更は残ります。',
  requested: (url) => `[このコメント](${url})で依頼されました。`,
  checkTitle: (accounts) => `アカウント ${accounts} 個の計画。マージしても何も作成されません`,

  purposes: {
    plan: '計画。すべての手順とコマンド、確認項目、戻し方',
    functions: '計画のコマンドが使うシェル関数',
    vpc: 'VPC がないアカウントのための VPC',
    network: (account) => `${account} のネットワーク`,
    permissionSets: '誰がどのアカウントで何をできるか',
    guardrails: 'プロダクトのアカウントでは誰にも許さない操作',
    images: '全環境のコンテナイメージ',
    pipeline: '環境のアカウントごとの、パイプラインのサインインと権限（`/cicd setup` が作るものと同じ）',
    lock: '生成したファイルの一覧。次回の実行時に、手で加えられた変更を見分けるために使います',
  },
}
