import type { oidc as english } from '../en/oidc.ts'

export const oidc: typeof english = {
  customised: (keys: string, because: string) =>
    `このリポジトリの OIDC サブジェクトはカスタマイズされています: ${keys}。${because}`,
  unread: () =>
    `このリポジトリの OIDC サブジェクトの形式を GitHub から取得できませんでした。組織がカスタマイズしている場合は、以下のサブジェクトを、CloudTrail に残る失敗したサインインの記録と照らし合わせてください。`,
  unknownKey: (shown: string) =>
    `このリポジトリの OIDC サブジェクトにはクレーム \`${shown}\` が含まれます。その値は実行するまでわからないため、厳密な信頼ポリシーを書けません。\`gh api -X PUT repos/{owner}/{repo}/actions/oidc/customization/sub -F use_default=true\` でサブジェクトを既定に戻す（または repo、context、environment などのキーに変更する）と設定できます。そのあと \`/cicd setup\` をもう一度実行してください。`,
  enterprise: 'GitHub Enterprise Server のサブジェクトでは、リポジトリ名に ID が付きません。',
  immutable: 'このリポジトリはイミュータブルなサブジェクトを使う設定になっています（GitHub の回答）。',
  notImmutable: 'このリポジトリはイミュータブルなサブジェクトを使わない設定になっています（GitHub の回答）。',
  createdOn: (date: string) =>
    `このリポジトリは ${date} に作成されています。2026-07-15 以降に作成されたリポジトリのサブジェクトはイミュータブルです。`,
  both: 'このリポジトリがどちらの形式を使うかを GitHub から取得できなかったため、厳密な 2 つの形式をどちらも信頼します。使わない方は削除してください。',
  optIn:
    'このリポジトリの名前の変更や移管を行うか、イミュータブルなサブジェクトを有効にすると、サブジェクトが変わり、デプロイ時のサインインに失敗するようになります。その場合は `/cicd setup` をもう一度実行してください。',
}
