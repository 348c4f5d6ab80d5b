import type { doctor as english } from '../en/doctor.ts'

export const doctor: typeof english = {
  healthy: (where) => `正常です。${where}壊れているもの、危険なもの、サポート終了が近いもの、古いものはありません。`,
  atCommit: (commit) => `${commit} の時点で、`,
  lead: (found, urgent) => `${found} 件見つかりました（重要な順）。${urgent === 0 ? '急ぎのものはありません。' : ''}`,
  head: '| 時期 | 内容 | 場所 | 直し方 |\n| --- | --- | --- | --- |',
  when: {
    broken: () => '現在、動作不可',
    unsafe: () => '現在、危険',
    ended: (on) => `${on} に終了`,
    ends: (on) => `${on} に終了予定`,
    tidy: () => '急ぎではない',
  },
  andMore: (more) => `ほか ${more} 件`,
  more: (more) => `ほかに ${more} 件あります。すべてを見るには、クローンで \`slipway doctor\` を実行してください。`,
  details: '根拠、出典、書き換える行',
  fact: (date, source) => `出典（${date}）: ${source}`,
  write: '次のように書き換えてください。',
  seeBelow: (number) => `下の **${number}** の行に書き換えてください。`,
  console: 'コンソール',
  configuration: (level, faults) =>
    `${level === 'organisation' ? '組織の ' : ''}\`.github/cicd.yml\` に誤りが ${faults} 件あるため、\`/cicd setup\` は何も行いません。`,
  mendConfiguration: '該当行を修正してプッシュしてください。このファイルの JSON Schema をエディターで使うと便利です。',
  takenOver: (action, safe, advisory, on) =>
    `${safe} より前の ${action} は乗っ取られました（${advisory}）。${on} から、タグがランナーのシークレットを読み取るコードを指していました。`,
  mendTakenOver: (action, safe) =>
    `${action} は ${safe} 以降をコミットで指定し、当時そのジョブから読めたシークレットを作り直してください。`,
  refusedAction: (action, on) =>
    `GitHub は ${action} をもう実行しません。これを使うワークフローは ${on} からすべて失敗します。`,
  mendNewer: (action) => `${action} の最新のメジャーバージョンを使ってください。`,
  leftAction: (names) => `${names.join('、')} はメンテナンスされていません。`,
  mendLeft: (instead) => `${instead} を使ってください。`,
  oldActions: (names, more) =>
    `古いアクションがあります: ${names.join('、')}${more === 0 ? '' : `、ほか ${more} 件`}。Node 20 以前向けのものは Node 24 で強制的に実行されます。`,
  movable: (all, foreign, names, more) => {
    const third = foreign === 0 ? '' : `（うち第三者のもの ${foreign} 個）`
    const named = `${names.join('、')}${more ? ' など' : ''}`
    return `${all} 個のアクションが、付け替え可能なタグで指定されています${third}: ${named}`
  },
  runnerImage: (name, gone, on) =>
    gone
      ? `ランナー ${name} は ${on} に廃止されたため、ジョブは実行されません。`
      : `ランナー ${name} は ${on} に廃止されます。それ以降、ジョブは実行されません。`,
  awsKeys:
    'ワークフローが、シークレットに保存した長期のアクセスキーで AWS にサインインしています。OIDC でロールを使えば、漏れるキーがなくなります。',
  mendAwsKeys:
    'OIDC で GitHub を信頼するロールを作り、`aws-actions/configure-aws-credentials` の `role-to-assume` に指定してから、キーを削除してください。',
  lambdaRuntime: (id, over, on) =>
    over
      ? `Lambda のランタイム ${id} には ${on} からセキュリティ修正がありません。今後、関数を更新できなくなります。`
      : `Lambda のランタイム ${id} は ${on} にサポートが終了します。`,
  appRunnerRuntime: (runtime, on) => `App Runner のランタイム ${runtime} は ${on} にサポートが終了しました。`,
  appRunnerClosed: (on) =>
    `App Runner は ${on} から新規の利用を受け付けておらず、機能追加もありません。稼働中のサービスは引き続き使えます。`,
  appRunnerRefused: (on) =>
    `この AWS アカウントでは App Runner が使われておらず、App Runner は ${on} から新規の利用を受け付けていないため、サービスを作成できません。`,
  runtime: (name, file, over, on) =>
    over
      ? `${file} で指定されている ${name} には、${on} からセキュリティ修正がありません。`
      : `${file} で指定されている ${name} のセキュリティ修正は ${on} までです。`,
  mendRuntime: (next, file) => `${file} を ${next} に変更し、テストしてください。`,
  mendOnAppRunner: (next, file) =>
    `App Runner には新しいランタイムが追加されません。${file} を ${next} に変更してテストし、\`/cicd setup --target=ecr\` でイメージとしてデプロイしてください。`,
  baseImages: (images, name, over, on) =>
    over
      ? `イメージに含まれる ${name} には、${on} からセキュリティ修正がありません: ${images.join('、')}`
      : `イメージに含まれる ${name} のセキュリティ修正は ${on} までです: ${images.join('、')}`,
  mendImage: (next) =>
    next === null
      ? 'サポートが続いている OS のイメージを使ってください。'
      : `${next} のイメージに変更し、テストしてください。`,
  codeBuildImage: (image) => `CodeBuild のイメージ ${image} は AWS によるメンテナンスが終わっています。`,
  copilot: (on) =>
    `AWS Copilot は ${on} にサポートが終了しました。修正もサポートもありません。デプロイ済みのものは動き続けます。`,
  cdkOne: (on) => `AWS CDK のバージョン 1 は ${on} にサポートが終了しました。`,
  mendCdkOne: '`aws-cdk-lib` に移行してください: https://docs.aws.amazon.com/cdk/v2/guide/migrating-v2.html',
  gitLabToken: 'GitLab 17.0 で `CI_JOB_JWT` が廃止されたため、ジョブは AWS にサインインできません。',
  olderTemplates: (from, to, files) =>
    `新しいテンプレートがあります（${from} → ${to}）。生成したファイルのうち ${files} 個が変わります。`,
  goneFiles: (files) => `前回の設定で生成したファイルのうち ${files} 個がなくなっています。`,
  editedFiles: (files) =>
    `生成したファイルのうち ${files} 個が手で変更されています。変更はそのまま残り、新しいテンプレートはそこにマージされます。`,
  edited: '生成後に変更されています',
  oidcSubject: (trusted, given) =>
    `デプロイ用ロールが信頼しているのは ${trusted} ですが、GitHub はこのリポジトリの実行を ${given.join(' または ')} として署名するため、AWS にサインインできません。`,
  awsFailed: (what, detail) => `${what} が失敗しました: ${detail}`,
  awsAbsent: (what) => `マージした設定に必要な ${what} が AWS にありません。`,
  awsPerson: (what) => `${what} は、コンソールでの操作を待っています。`,
  awsDifferent: (what) => `${what} が、マージしたテンプレートの内容と違っています。`,
  connectionError: (name) =>
    `GitHub への App Runner の接続 ${name} が ERROR の状態です。この接続からは何もビルドされません。`,
  noProvider:
    'この AWS アカウントには GitHub のトークン用の OIDC プロバイダーがないため、どのワークフローもサインインできません。',
  awsUnknown: 'AWS には問い合わせていないか、応答がありませんでした。AWS の状態は不明です。',
}
