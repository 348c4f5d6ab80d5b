import type { ecr as english } from '../en/ecr.ts'
import { inOrder } from './in-order.ts'

export const ecr: typeof english = {
  buildsImage: (provider) => `${provider} がイメージをビルド`,
  fargate: 'Fargate 上の ECS サービス',
  loadBalancer: 'HTTPS のロードバランサー',
  scriptPurpose: 'イメージを、ロードバランサーなしの ECS サービスとしてデプロイします',
  settingsPurpose: (app: string) => `サービス ${app} のサイズ、ポート、ヘルスチェック、スケーリング`,
  expressScriptPurpose: 'イメージを ECS Express Mode にデプロイし、結果を待ちます',
  noLanguage: 'Dockerfile がなく、Dockerfile を生成できる言語でもありません',
  lineBreak: 'アプリのコマンドまたはパスに改行が含まれており、Dockerfile に書けません',
  imagePurpose: (app: string) => `${app} のイメージをビルドします`,
  ignorePurpose: '履歴、機密情報、ローカルの生成物をイメージに含めないようにします',
  noStart: 'アプリの起動方法を示すものがリポジトリにありません',
  noWorkerStart: 'ワーカーの起動方法を示すものがリポジトリにありません',
  signIn: 'ECR にサインインする（このアクションは対象を絞れない）',
  readOutputs: 'このスタックが出力するロールの ARN と名前を読み取る',
  pushImages: (app: string) => `${app} のイメージのプッシュと取得`,
  updateService: (app: string) => `サービス \`${app}\` の作成、更新、監視`,
  findParameters: (app: string) => `\`/STACK/${app}\` 以下のパラメーターを検索する`,
  cluster: '最初のサービスとともにクラスター `default` を作成する',
  taskDefinition: 'Express Mode が呼び出し元の名義でタスク定義を登録する（ECS では対象を絞れない）',
  serviceLinked: 'アカウントで初めて ECS を使うときに、サービスにリンクされたロールを作成する',
  passRole: (role: string, service: string) => `\`${role}\` を ${service} に渡す（このロールだけ）`,
  handsOver: (template: string, app: string) =>
    `\`${template}\` がコンテナに渡します。${app} に不要なものは、このファイルから削除してください。`,
  leaveOut: (app: string) =>
    `${app} に不要なものは省略できます。このパス以下のすべてのパラメーターが、次のデプロイで環境変数になります。`,
  howWorker: '新しいタスクが古いタスクを置き換えます。起動に失敗した場合は、ECS が自動で元に戻します。',
  howServer:
    '最初のデプロイではロードバランサーと証明書を作成するため、10 分ほどかかります。その後のデプロイでは、まずトラフィックの 5 % を切り替え、しばらく待ってから残りを切り替えます。エラーが増えた場合は自動で元に戻ります。',
  thisPullRequest: 'このプルリクエストで',
  nothingBuilt: (app: string) => `${app} のビルドもデプロイも行いません。`,
  onMerge: 'マージ時',
  deployed: (app, where, how) =>
    `${app} のイメージをビルドして ECR にプッシュし、${inOrder(where)}デプロイします。${how}`,
  nextPush: '次のプッシュ以降',
  sameAgain: (app: string) => `${app} に関わるコミットごとに、新しいイメージで同じことを行います。`,
  toGoBack: '元に戻すとき',
  goBackText: (app: string) =>
    `Actions → Deploy ${app} → Run workflow で、以前のコミットの ID を指定してください。何もビルドせず、そのイメージをもう一度デプロイします。\`gh workflow run deploy-${app}.yml -f commit=$(git rev-parse HEAD~1)\` でも実行できます。`,
  besideTheirs: (theirs: string, app: string, ours: string) =>
    `${theirs} は ${app} を動かす内容ではないため、そのまま残し、使いません。ワークフローは ${ours} をビルドします。ご自身のものを使うには、${app} をビルドして起動するように直し、${ours} を削除して、もう一度コマンドを実行してください。`,
  portConflict: (dockerfile: string, exposed: number | null, listens: number) =>
    `${dockerfile} はポート ${exposed} を公開していますが、コードは ${listens} を待ち受けています。${exposed} を使い、\`PORT\` にもこの値を設定します。`,
  noHealthPath: (app: string, settings: string) =>
    `${app} のヘルスチェック用パスが見つかりませんでした。ロードバランサーは \`/\` にアクセスし、ステータス 200 を期待します。\`/\` がほかのステータスを返す場合は、マージする前に \`${settings}\` の \`healthCheckPath\` を設定してください。設定しないと最初のデプロイに失敗します。`,
  fastify: (app: string) =>
    `Fastify は \`host: '0.0.0.0'\` を指定しないとローカルホストだけで待ち受けるため、ロードバランサーが ${app} に接続できません。`,
  balancerCosts:
    'Application Load Balancer 1 台の時間料金がかかります。1 台を、同じ VPC の最大 25 個の Express Mode サービスで共有できます。Express Mode 自体は無料です。',
  storageCosts: 'ECR: アプリごとに直近 50 個のイメージの保存料金がかかります。CloudWatch Logs: 30 日間保存します。',
  parametersBelow: (path: string) => `\`${path}\` 以下のパラメーター（作成した場合）`,
  images: (name: string) => `イメージ: \`aws ecr delete-repository --force --repository-name ${name}\``,
  staticSite: '静的サイトに、常時稼働するコンテナは不要です。',
  serverless: '関数はイベントで起動するため、コンテナとして動かすものはありません。',
  noImage: (why: string) => `コンテナイメージをまだビルドできません（${why}）。`,
  runsWorker: 'ロードバランサーなしの ECS サービスで動かします',
  runsServer: 'ECS Express Mode により HTTPS で公開します',
  onlyContainer: (why: string) => `コンテナでなければ動きません（${why}）。`,
  servesOwn: (dockerfile: string, runs: string, reason: string) =>
    `\`${dockerfile}\` からイメージをビルドし、${runs}。${reason}`,
  servesGenerated: (language: string, runs: string, reason: string) =>
    `このプルリクエストに含まれる Dockerfile で ${language} のコンテナイメージをビルドし、${runs}。${reason}`,
  workerStack: (app: string) => `ロール \`EcsStackRole\` だけを使って、\`${app}\` のスタックを作成、変更する`,
  defaultVpc: 'デフォルト VPC を検索する（EC2 では対象を絞れない）',
  workerPurpose: (app: string) => `CloudFormation: ${app} を動かす ECS サービス`,
  workflowPurpose: (app: string) =>
    `${app} のイメージをビルドしてデプロイします。手動で実行すると、以前のイメージに戻せます`,
  taskCosts: (tasks) =>
    `ECS: 少なくとも ${tasks} 個の Fargate タスクが常時稼働し、それぞれにパブリック IPv4 アドレスが付きます。ゼロにスケールすることはありません。`,
  workerLeftover: (stack) =>
    `スタック \`${stack}\`: \`aws cloudformation delete-stack --stack-name ${stack}\`（ブートストラップスタックより先に削除してください）`,
  serverLeftover: (service) =>
    `サービス \`${service}\` とそのロードバランサー: \`aws ecs delete-express-gateway-service --service-arn "$(aws ecs describe-services --services ${service} --query 'services[0].serviceArn' --output text)"\`。ECS ではしばらく同じ名前を使えません。`,
  onArm: (dockerfile, provider) =>
    `\`${dockerfile}\` は ARM64 のイメージをビルドしますが、${provider} には対応するマシンがありません。GitHub Actions と CodePipeline にはあります。`,
  imageScriptPurpose:
    'コミットごとに一度だけイメージをビルドして Amazon ECR にプッシュし、以後はコミットからイメージを探します',
  goBack: {
    gitlab:
      'Operate → Environments で環境を開き、以前のデプロイにロールバックしてください。そのジョブがもう一度動き、何もビルドせずに、そのコミットのイメージをデプロイします。',
    bitbucket:
      'Deployments で環境を開き、以前のデプロイを再デプロイ（Redeploy）してください。そのステップがもう一度動き、何もビルドせずに、そのコミットのイメージをデプロイします。',
    jenkins:
      '以前のビルドを開き、Restart from Stage でデプロイのステージを選んでください。何もビルドせずに、そのコミットのイメージをデプロイします。',
    codepipeline: (pipeline) =>
      `\`aws codepipeline start-pipeline-execution --name ${pipeline} --source-revisions "actionName=Source,revisionType=COMMIT_ID,revisionValue=$(git rev-parse HEAD~1)"\` を実行してください。何もビルドせずに、そのコミットのイメージをもう一度デプロイします。`,
  },
}
