import type { apps as english } from '../en/apps.ts'

export const apps: typeof english = {
  assetsScript: (language: string | null) =>
    `${language ? `${language} の` : 'サーバーの'}プログラムのほかにビルドスクリプトがあり、アセットのビルドに使われています`,
  pagesWithNode: 'ページのビルドに Node.js が必要',
  severalPrograms: (count: number, names: string) =>
    `1 つのフォルダーに ${count} 個のプログラムがあります: ${names}。どれをデプロイしますか。それぞれを別のフォルダーに移してそのフォルダーを指定するか、イメージのビルド方法を選んでください。`,
  servedPages: (root: string) =>
    `ビルドしたページ ${root}/ はサーバーが配信しているため、まとめて 1 つのアプリとして扱い、オリジンも共通になります。`,
  builtInto: (path: string) => `ページのビルド先が ${path}`,
  scriptBuilds: (root: string) => `スクリプトが ${root}/ をビルドしている`,
  builds: (root: string) => `${root}/ をビルドしている`,
  copiesIntoImage: (source: string) => `${source} をサーバーのイメージにコピーしている`,
  serves: (root: string, output: string | null | undefined) => `${root}/${output} を配信している`,
  severalFolders: '複数のフォルダーから組み立てられている',
  oneImage: (path: string) =>
    `${path} は複数のフォルダーから 1 つのイメージをビルドするため、まとめて 1 つのアプリとして扱います。`,
}
