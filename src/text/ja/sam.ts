import type { sam as english } from '../en/sam.ts'
import { inOrder } from './in-order.ts'

export const sam: typeof english = {
  costs:
    'Lambda や API Gateway などは、利用している環境とフィーチャースタックごとに、使った分だけ課金されます。アーティファクトのバケットには保存料金がかかります。',
  bucket: '各ブートストラップスタックのバケット `SamArtifacts`: スタックを削除したあとに、空にしてから削除してください',
  testsAndBuilds: 'テストと 1 回のビルド',
  approval: (stage: string) => `承認なしで ${stage} にデプロイされないようにする`,
  approvalText: (stage: string) =>
    `あなたを環境 \`${stage}\` のレビュアーに設定します。ほかの人は環境の設定で追加してください。プライベートリポジトリでは GitHub Enterprise が必要です。利用できない場合はこの手順を省略してください。その場合、前の環境へのデプロイが終わると、${stage} にも自動でデプロイされます。`,
  putFunctions: 'ビルドした関数をこのスタックのバケットに置く',
  listBucket: 'このスタックのバケットの内容を確認する',
  readOutputs: 'このスタックが出力するロールの ARN と名前を読み取る',
  readParameters: 'デプロイの前にテンプレートのパラメーターを読み取る（CloudFormation では対象を絞れない）',
  featureRole: 'GitHub Actions にフィーチャーブランチ用のロールを設定する',
  featureRoleText: (stage: string) =>
    `${stage} のアカウントで、ブートストラップスタックのデプロイ後に実行してください。不要な場合は省略し、フィーチャースタックのワークフローを削除してください。`,
  featurePurpose: (branches: string) => `ブランチ ${branches} ごとに専用のスタックを作成し、ブランチとともに削除します`,
  pipelinePurpose: (app, stages) => `${app} をテストして一度だけビルドし、${inOrder(stages)}デプロイします`,
  stacks: (stack: string, role: string) => `ロール \`${role}\` だけを使って、スタック \`${stack}\` を作成、変更する`,
  passRole: (role: string) => `\`${role}\` を CloudFormation に渡す（このロールだけ）`,
  signIn: 'ECR にサインインする（対象を絞れない）',
  pushImages: (app: string) => `${app} の関数イメージをプッシュする`,
  unknownResources: (app, types) =>
    `${app} のテンプレートに、必要な権限がわからないリソースがあります: ${types.join('、')}。CloudFormation に必要な権限を、\`infra/cicd/bootstrap.yaml\` の ${app} 用のロールに追加してください。追加しないと最初のデプロイが拒否されます。`,
  namedRole: (app: string) =>
    `${app} のテンプレートは IAM ロールに固有の名前を付けています。CloudFormation が作成できるのは、スタックにちなんだ名前のロールだけです。\`RoleName\` を削除してください。削除しないと最初のデプロイが拒否されます。`,
  thisPullRequest: 'このプルリクエストで',
  nothingDeployed: (app: string) => `${app} のデプロイは行いません。`,
  everyLaterPush: 'マージ時と、その後のプッシュごと',
  deployed: (app, way) =>
    `${app} をテストして一度だけビルドし、同じ成果物を ${way}デプロイします。失敗したデプロイは CloudFormation がロールバックします。`,
  pushToFeature: (branches: string) => `${branches} へのプッシュ時`,
  featureStack: (base, goes) =>
    `ブランチ専用のスタック（\`${base}-feature-…\`）を作成し、${{ branch: 'ブランチとともに削除します', later: '2 週間変更がなければ削除します', either: 'ブランチとともに、または 2 週間後に削除します' }[goes]}。ロール \`FeatureRole\` で操作できるのは、これらのスタックだけです。`,
  toGoBack: '元に戻すとき',
  revert: 'コミットをリバートしてください。パイプラインが以前の状態をデプロイします。',
  serves: (definition: string) =>
    `\`${definition}\` は SAM テンプレートです。パイプラインで一度だけビルドし、同じ成果物を環境から環境へ順にデプロイします。`,
  noTemplate: 'SAM テンプレートがありません。',
  deployScript: 'ビルド済みの成果物をデプロイします（すべての環境で共通）',
  featureScript: 'フィーチャーブランチのスタック名を決めます',
  newStacks: (app, stacks) =>
    `${app} のスタックは新しく作成されます: ${stacks.join('、')}。手動でデプロイしたスタックはそのまま残ります。テンプレートで名前を固定しているリソース（テーブル、バケット、関数）は、同じアカウントとリージョンでは名前が衝突します。`,
  way: (stages) => inOrder(stages.map(({ name, approval }) => `${name}${approval ? '（承認後）' : ''}`)),
  leftover: (stack, bootstrap) =>
    `スタック \`${stack}\`: \`aws cloudformation delete-stack --stack-name ${stack}\`（作成に使ったロールが \`${bootstrap}\` にあるため、それより先に削除してください）`,
  others: {
    cdk: 'CDK アプリ',
    cloudformation: '通常の CloudFormation テンプレート',
    'serverless-framework': 'Serverless Framework のサービス',
    sst: 'SST アプリ',
    chalice: 'Chalice アプリ',
  },
  otherTemplate: (what) => `SAM パイプラインでデプロイできるのは SAM テンプレートですが、これは ${what} です。`,
  inContainers: (app, provider) =>
    `${app} の関数は複数の言語で書かれているため、コンテナの中でビルドします。${provider} のジョブはそれ自体がコンテナで動くため、ビルドできません。GitHub Actions と CodePipeline では可能です。`,
  approved: (stage) => `${stage}（承認後）`,
  builtBy: (provider) => `${provider} がテストと 1 回のビルド`,
  sweepScript: '使われなくなったフィーチャーブランチのスタックを削除します',
}
