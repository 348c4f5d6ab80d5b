import type { providers as english } from '../en/providers.ts'
import { inOrder } from './in-order.ts'

export const providers: typeof english = {
  deliversItself: (target) => `${target} は、プッシュのたびに自分でビルドしてデプロイします。`,
  settingsStay: (provider) => `${provider} に設定した変数と環境、およびそれらが参照する認証情報`,
  nothingToRun: (provider) => `${provider} が実行するものはありません。`,
  noPart: (provider, root, itself) =>
    `.github/cicd.yml は ${root} に ${provider} を指定していますが、使われません。${itself}`,
  mixed: (list) =>
    `アプリのデプロイに ${list.join(' と ')} が混在しています。AWS へのサインインはリポジトリごとに一つの CI から行います。どれを使いますか。`,
  callIt: (path) => `（${path} はすでにあるため、そこから呼び出してください）`,

  signsIn: (provider) => `${provider} が OIDC でサインイン`,
  takesRole: (provider) => `${provider} がデプロイ用のロールを引き受け`,
  roleIsFree: 'デプロイ用のロールに料金はかかりません。',
  checkedRoles: 'デプロイ用のロールは、名前を挙げたロールだけが引き受けられる',
  gitlabWho: (host) =>
    `このロールを引き受けられるのは、${host} のこのプロジェクトで、環境に対応するブランチのジョブだけです。`,
  gitlabBranch:
    'GitLab のジョブの subject に含まれるのはプロジェクトとブランチだけです。そのブランチのジョブはすべてサインインできるため、ブランチを保護してください。',
  gitlabLookUp: (host) => `GROUP/PROJECT は、${host} でのプロジェクトのパスに書き換えてください。`,
  bitbucketWho:
    'このロールを引き受けられるのは、このリポジトリで、このデプロイ環境を指定したステップだけです。subject の末尾はステップごとに変わります。',
  bitbucketLookUp:
    '最初の行に ID を波括弧なしで書いてください。ID は Bitbucket の Repository settings、OpenID Connect に表示されます。',
  jenkinsWho:
    'そのロールを持つ Jenkins エージェントで動くものは、すべてこのロールを引き受けられます。Jenkins はリポジトリもブランチも AWS に伝えません。',
  jenkinsOthers: 'これらのエージェントでは、ほかのジョブやフォークからのプルリクエストを動かさないでください。',
  jenkinsLookUp:
    '最初の行に、Jenkins エージェントが持つロールの ARN を書いてください。AWS の外で動かしている場合は、アクセスキーを Jenkins の認証情報に登録した IAM ユーザーの ARN を書きます。',
  codePipelineWho:
    'このロールを引き受けられるのは、この環境にデプロイするビルドプロジェクトだけです。条件でそのロール名を指定しています。',
  codePipelineLookUp: 'パイプラインを別のアカウントに置く場合は、最初の行にそのアカウント番号を書いてください。',

  purpose: (provider, apps, stages) =>
    `${provider}: すべてのブランチでテストし、${apps} を ${inOrder(stages)}デプロイします`,
  buildScript: (app) => `${app} のインストール、テスト、ビルド。どのパイプラインでも最初に、AWS の権限なしで実行します`,
  assumeRole: '環境のロールを 1 時間だけ引き受けます',
  template: (app) => `CloudFormation: ${app} の AWS CodePipeline のパイプライン`,
  buildspecBuild: (app) => `CodeBuild で ${app} をテストしてビルドします`,
  buildspecDeploy: (app, stage) => `CodeBuild から ${app} を ${stage} にデプロイします`,
  buildspecFeature: (app) => `${app} のフィーチャーブランチをデプロイし、古いスタックを削除します`,

  everyBranch: 'どのブランチへのプッシュでも',
  tested: (provider, apps) => `${provider} が ${apps} をテストしてビルドします。AWS へのアクセス権はありません。`,
  pipelinesStart:
    'パイプラインが動くのは、環境に対応するブランチだけです。プルリクエストは、GitHub Actions の CI があればそこで検証されます。',
  withoutStores: (app, stores, provider) =>
    `${app} のテストには ${stores.join(' と ')} が必要ですが、ここの ${provider} のジョブにはありません。そのためパイプラインではテストせずにビルドします。用意できたら \`--without-tests\` を外してください。`,
  costsGitlab: 'GitLab CI はプロジェクトのコンピューティング時間を消費します。',
  costsBitbucket: 'Bitbucket Pipelines はワークスペースのビルド時間を消費します。',
  costsJenkins: 'Jenkins は自前のマシンで動きます。',
  costsCodePipeline:
    'CodePipeline はアクションの実行時間、CodeBuild はマシンの稼働時間（いずれも分単位）に応じて料金がかかります。承認待ちの間は無料です。',
  pipelineStack: (stack, app) =>
    `${app} のパイプラインのスタック \`${stack}\`: \`aws cloudformation delete-stack --stack-name ${stack}\`。続けてそのバケットと、ほかで使っていなければ接続も削除します`,

  tellRole: (provider, where) => `${provider} に ${where} のロールとリージョンを設定する`,
  featureBranches: 'フィーチャーブランチ',
  giveToken: (provider, name) => `プライベートパッケージ用のトークンを ${provider} に渡す（${name}）`,
  gitlabConnect: 'GitLab からこのリポジトリを参照できるようにする',
  gitlabConnectText: (host) =>
    `コードは ${host} にあります。GitLab で外部リポジトリ用の CI/CD プロジェクトを作成するか（Premium）、リポジトリを移行またはミラーリングしてください。`,
  gitlabVariables: (stage) =>
    `ブートストラップスタックを作成したあと、GitLab プロジェクトのクローンで、${stage} のアカウントにサインインして実行してください。その環境のジョブだけが読む変数を 2 つ設定します。どちらも機密情報ではありません。\`glab\` がない場合は Settings、CI/CD、Variables で設定します。`,
  gitlabToken:
    'インストール時に環境変数から読み取ります。パッケージの読み取りだけができるトークンを作成し、変数はマスクしてください。',
  gitlabProtect: (branches) => `${branches.join('、')} を保護する`,
  gitlabProtectText: (asks) =>
    `Settings、Repository、Protected branches で設定します。ここにプッシュやマージができる人は、デプロイもできます。${asks.length > 0 ? `${asks.join('、')} のジョブは、人が開始するまで待ちます。GitLab Premium では環境も保護し、開始できる人を指定してください。` : ''}`,
  bitbucketEnvironments: 'Pipelines を有効にし、環境を作成する',
  bitbucketElsewhere: (host) =>
    `Pipelines は Bitbucket 上のリポジトリでしか動きません。このリポジトリは ${host} にあるため、先に移行してください。`,
  bitbucketEnvironmentsText: (names, asks) =>
    `Repository settings、Pipelines、Settings で有効にします。続けて Deployments で ${names.join('、')} を、種別が Test、Staging、Production の順になるように作成してください。${asks.length > 0 ? `${asks.join('、')} のステップは、人が開始するまで待ちます。Premium では、ブランチと管理者を限定してください。` : ''}`,
  bitbucketFeature: 'フィーチャーブランチが自分のスタックをデプロイできるようにする',
  bitbucketFeatureText: (stage) =>
    `${stage} のアカウントで、ブートストラップスタックを作成したあとに実行します。最初の行に、デプロイ環境 \`feature\` の ID を波括弧なしで書いてください。`,
  bitbucketVariables: (name, stage) =>
    `Repository settings、Deployments、${name} で、変数 \`AWS_ROLE_ARN\` と \`AWS_REGION\` を設定します。どちらも機密情報ではありません。値は、${stage} のアカウントにサインインして次のコマンドで表示できます。`,
  bitbucketToken: (name) =>
    `Repository settings、Repository variables で ${name} を Secured として設定します。パッケージの読み取りだけができるトークンを作成してください。`,
  bitbucketSchedule: '任意: 古いフィーチャースタックを自動で削除する',
  bitbucketScheduleText:
    'Pipelines、Schedules で、カスタムパイプライン `delete-old-feature-stacks` をデフォルトブランチで毎日実行するように設定します。Bitbucket はブランチの削除をパイプラインに通知しません。',
  jenkinsAgents: 'Jenkins エージェントに AWS のロールを付ける',
  jenkinsContainers:
    'どのステージもコンテナで動くため、エージェントに必要なのは Docker と Docker Pipeline プラグインだけです。',
  jenkinsDocker:
    'イメージはラベル `docker` の付いたエージェントでビルドします。Docker、AWS CLI、jq と、ビルドが呼び出すもの（SAM CLI や言語）が必要です。',
  jenkinsAgentsText: (tools) =>
    `${tools} EC2 では、ホップ制限を 2 にしないとコンテナからマシンのロールを使えません。環境が別のアカウントにある場合は、エージェントのロールにも、そのデプロイ用ロールに対する \`sts:AssumeRole\` を許可してください。エージェントが AWS の外にある場合は、それだけを許可した IAM ユーザーのアクセスキーを「ユーザー名とパスワード」の認証情報として登録し、\`_CREDENTIALS\` で終わる変数にその ID を設定します。`,
  jenkinsVariables: (role, region, stage) =>
    `Manage Jenkins、System、Global properties、Environment variables で ${role} と ${region} を設定します。どちらも機密情報ではありません。値は、${stage} のアカウントにサインインして次のコマンドで表示できます。`,
  jenkinsToken: (name) =>
    `ID が ${name} の Secret text の認証情報として登録します。パッケージの読み取りだけができるトークンを作成してください。`,
  jenkinsJob: 'ジョブを作成する',
  jenkinsJobText:
    'New item、Multibranch Pipeline で、このリポジトリをソースに、`Jenkinsfile` をスクリプトに指定します。フォークからのプルリクエストはビルドしないでください。これらのエージェントで動くものは、すべてデプロイできてしまいます。',
  connect: 'コードのある場所を AWS に接続する',
  connectText:
    'パイプラインを置くアカウントで一度だけ行います。続けてコンソールで接続を開き、*保留中の接続を更新* を選んでください。それが済むまで、エラーも出ないまま何も取得できません。自社サーバーの場合は、先にコンソールでホストを作成します。',
  codeBuildToken:
    'パイプラインを置くアカウントの Parameter Store に、SecureString として登録します。パッケージの読み取りだけができるトークンを作成してください。',
  makePipeline: (app) => `${app} のパイプラインを作成する`,
  makePipelineText: (severalAccounts) =>
    `パイプラインを置くアカウントで、マージ後のブランチから実行してください。1 行目は使用可能な最初の接続を選びます。別の接続を使う場合は ARN を書き換えてください。作成するとすぐに動き、以後はプッシュのたびに動きます。${severalAccounts ? 'ロールは各アカウントのブートストラップスタックの出力にあります。コマンドの中の ARN を書き換えてください。' : ''}`,
  approvers: '任意: 承認できる人を決める',
  approversText: (stages) =>
    `パイプラインは ${stages.join('、')} の手前で、\`codepipeline:PutApprovalResult\` を持つ人が承認するまで待ちます。承認してよい人だけにこの権限を与えてください。`,
  branchQuotes:
    '二重引用符と一重引用符の両方を含むブランチ名は、GitLab CI のルールに書けません。`.github/cicd.yml` で、環境に別のブランチを指定してください。',
}
