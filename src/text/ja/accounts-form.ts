import type { accountsForm as english } from '../en/accounts-form.ts'

export const accountsForm: typeof english = {
  name: (near) =>
    `名前に使えるのは英小文字、数字、ハイフンです。英字で始め、20 文字以内にしてください${near === null ? '' : `。\`${near}\` ではありませんか`}`,
  nameMissing: 'ここに名前が必要です',
  unknown: (what, word, near, known) =>
    `\`${word}\` は${what === 'product' ? 'プロダクト' : '環境'}の一覧にありません。${near === null ? '' : `\`${near}\` ではありませんか。`}（${known.map((one) => `\`${one}\``).join('、')}）`,
  arrow: '最初の名前の後には矢印を書いてください: `shop -> auth 443`、双方向なら `shop <-> auth`',
  port: 'ポートは 1 から 65535 までの数字です。環境は `in` の後に書いてください: `shop -> auth 443 in production`',
  ports: 'ポートは 5 つまでです。それ以上必要な場合は、ネットワークを分けないほうがよいかもしれません',
  network: '余分な語があります。`shop 10.0.0.0/16` または `shop production 10.0.0.0/16` のように書いてください',
  cidr: {
    form: '末尾に `10.0.0.0/16` のようなアドレス範囲が必要です',
    host: (fixed) => `範囲の先頭アドレスではありません。\`${fixed}\` ではありませんか`,
    size: 'プロダクトのネットワークは /16 から /24 まで（既存アカウントは /28 まで）です',
    public:
      'インターネットのアドレスです。10.0.0.0/8、172.16.0.0/12、192.168.0.0/16、100.64.0.0/10 のいずれかから選んでください',
  },
  store: '種類の後に `in` とプロダクト名を書いてください: `orders postgresql in shop production`',
  kind: (word, near, known) =>
    `${word === null ? 'データストアの種類が必要です。' : `\`${word}\` というデータストアの種類はありません。`}${near === null ? '' : `\`${near}\` ではありませんか。`}指定できるのは ${known.map((one) => `\`${one}\``).join('、')} です`,
  tooMany: (most) => `${most} 個までです。計画を分けて、まず一部から進めてください`,
  toItself: '同じプロダクトへの接続は不要です',
  whoseStore: 'どのプロダクトのものかを `in` の後に書いてください: `orders postgresql in shop`',
  reserved: (name) => `\`${name}\` は別の意味で使われます。ほかの名前にしてください`,
  sameAccount: (key) => `\`${key}\` という名前のアカウントが 2 つできてしまいます。ほかの名前にしてください`,
  twice: '同じものが 2 回書かれています',
}
