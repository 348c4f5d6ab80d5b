import type { files as english } from '../en/files.ts'

export const files: typeof english = {
  unneeded: '不要になったため',
  unneededButChanged: '不要になりましたが、生成後に変更されています。必要なければ削除してください',
  notSetUp: (path: string) => `ここには何も設定されていません。デフォルトブランチに ${path} がありません。`,
  generated: '生成後に変更されていないため',
  lock: '生成したファイルの一覧',
  changed: (path: string) => `${path} は生成後に変更されているため、残します。必要なければ手動で削除してください。`,
  twin: (path: string) => `${path} がすでに存在するため`,
  linked: (type: string) => `${type === 'symlink' ? 'シンボリックリンク' : 'サブモジュール'}であるため`,
  endedRuntime:
    '既存のファイルの値を 1 か所だけ変更: その Node.js ランタイムの App Runner でのサポートは 2025-12-01 に終了しています',
  foreign: 'すでに存在し、ここで生成したものではないため',
  unmerged: (
    content: string,
  ) => `生成後に変更されており、以前のバージョンを取得できないため、現在の内容を残しました。テンプレートの最新の内容:
${content}`,
  conflicting: (
    conflict: string,
  ) => `生成後に変更された箇所がテンプレートでも変わったため、現在の内容を残しました。ここで判断してください:
${conflict}`,
  deletedHere: 'このブランチで削除されています',
  unneededButChangedHere: '不要になりましたが、このブランチで変更されています',
  addedHere: 'このブランチで追加されています',
  sameLinesHere: 'このブランチで同じ行が変更されています',
}
