import type { config as english } from '../en/config.ts'

export const config: typeof english = {
  mend: '修正してから、もう一度コマンドを実行してください。',
  otherAccount: (role: string, environment: string) =>
    `ロールはアカウント ${role} のものですが、環境のアカウントは ${environment} です`,
  onlyVersion: '使えるバージョンは 1 だけです',
  missing: (key: string) => `\`${key}\` がありません`,
  mapping: 'ここにはマッピング（`key: value`）を書いてください',
  misplaced: (key: string) =>
    `\`${key}\` は組織の設定（組織の \`.github\` リポジトリにある \`.github/cicd.yml\`）でのみ有効です`,
  locked: (key: string) => `このリポジトリの設定の \`${key}\` は、組織によってロックされているため無効です`,
  strayRole: (name: string) => `環境 \`${name}\` がロールと異なるアカウントにあるため、そのロールは使いません`,
  tooLong: (longest: number) => `ファイルが ${longest} 文字を超えています`,
  tooDeep: 'ファイルのネストが深すぎます',
  alias: 'ここではエイリアスを使えません。値をもう一度書いてください',
  noValue: 'これは値ではありません',
  text: 'ここには文字列を書いてください',
  flag: 'ここには true か false を書いてください',
  list: 'ここにはリスト（`-` で始まる行）を書いてください',
  emptyList: 'リストが空です。項目を書くか、キーごと削除してください',
  accountNumber: 'ここにはアカウントの番号を書いてください（https://api.github.com/users/NAME の `id` で確認できます）',
  yaml: {
    other: '正しい YAML ではありません',
    BAD_INDENT: '正しい YAML ではありません: インデントが上の行と合っていないか、括弧が閉じられていません',
    BLOCK_AS_IMPLICIT_KEY:
      '正しい YAML ではありません: 次の行に余分なインデントがあるか、コロンを含む値に引用符が必要です',
    DUPLICATE_KEY: '正しい YAML ではありません: このキーは 2 回書かれています',
    MISSING_CHAR: '正しい YAML ではありません: インデントが上の行と合っていないか、引用符や括弧が足りません',
    MULTILINE_IMPLICIT_KEY: '正しい YAML ではありません: コロンが足りないか、余分なインデントのある行があります',
    TAB_AS_INDENT: '正しい YAML ではありません: インデントにはタブではなくスペースを使ってください',
  },
  because: (because, suggestion) => `${because}。${suggestion}`,
  unknownKey: (key, near, known) =>
    `\`${key}\` というキーはありません。${near === null ? '' : `\`${near}\` ではありませんか。`}使えるキー: ${known.map((one) => `\`${one}\``).join('、')}`,
  theFile: (why) => `ファイルを読み取れません: ${why}`,
  mistakes: (path, organisation, lines, more) => {
    const whose = organisation === null ? '' : `組織（リポジトリ \`${organisation}\`）の `
    const rest = more === 0 ? [] : [`- ほか ${more} 件`]
    return `${whose}\`${path}\` に誤りがあるため、何も行いませんでした:\n\n${[...lines, ...rest].join('\n')}`
  },
  mistake: (line, column, message) => `- ${line} 行目 ${column} 文字目: ${message}`,
  noEnvironments:
    '設定が `environments: none` のため、選べる環境がありません。`--environment` を外すか、`.github/cicd.yml` に環境を追加してください。',
  noEnvironment: (name, known) =>
    `\`.github/cicd.yml\` に環境 ${name} はありません。定義されているのは ${known.join('、')} です。このいずれかを指定するか、環境を追加してください。`,
  checkTitle: (count, path) => `${path} に誤りが ${count} 件あります`,
}
