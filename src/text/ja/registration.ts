import type { registration as english } from '../en/registration.ts'

export const registration: typeof english = {
  title: 'Slipway を GitHub に登録する',
  lead: '自分専用の GitHub App を作成します。秘密鍵はこのマシンにだけ保存され、インストール先は自分で決められます。',
  where: '1. GitHub からの接続先',
  address: 'このプロセスの公開アドレス',
  addressHint: 'GitHub がコメントの通知を送る宛先です。例: https://slipway.example.com、またはトンネルのアドレス。',
  organization: 'アプリを所有する組織（Organization）',
  organizationHint: '空欄にすると、自分の個人アカウントで所有します。',
  name: 'アプリの名前',
  nameHint: 'GitHub 全体で重複しない名前が必要です。次のページでも変更できます。',
  others: 'ほかのアカウントにもインストールを許可する',
  take: '反映する',
  noAddress: '公開アドレスがない場合',
  channel: 'smee.io のチャンネルを使う',
  channelHint:
    '試用向けです。smee.io が通知をこのマシンに転送します。通知には、アプリをインストールしたリポジトリのコメントが含まれます。チャンネルのアドレスを知っている人は、その内容を読めます。',
  channelFailed: (why) =>
    `smee.io でチャンネルを作成できませんでした（${why}）。もう一度試すか、アドレスを入力してください。`,
  unreachable:
    'このアドレスはこのマシンまたはプライベートネットワークを指しているため、github.com からは接続できません。',
  badAddress: 'https://host または https://host/path の形式で入力してください。',
  badOrganization: '組織の名前として正しくありません。使えるのは英数字とハイフンで、39 文字までです。',
  create: '2. アプリを作成する',
  createHint: (hook) => `アプリが求める権限が GitHub に表示され、作成後にこのページへ戻ります。通知の宛先: ${hook}`,
  createButton: 'GitHub でアプリを作成する',
  first: '先に GitHub からの接続先を指定してください。',
  next: '3. インストールする',
  nextHint:
    '続いて、アプリに見せるリポジトリを GitHub で選びます。選んだリポジトリの Issue に次のようにコメントしてください。',
  asks: '求める権限',
  failed: 'アプリを登録できませんでした',
  unknownState: 'このページから始めた登録ではないか、時間が経ちすぎています。最初のページからやり直してください。',
  again: 'やり直す',
  codeRefused: (status) =>
    `GitHub がコードを受け付けませんでした（${status}）。コードは 1 時間以内に一度だけ使えます。最初のページからやり直してください。`,
  noAnswer: (why) => `GitHub に問い合わせできませんでした（${why}）。最初のページからやり直してください。`,
  noFolder: (folder) =>
    `認証情報を保存する .env ファイルを ${folder} に書き込めません。書き込めるフォルダーで起動するか、APP_ID、PRIVATE_KEY、WEBHOOK_SECRET を設定してください。`,
}
