import type { github as english } from '../en/github.ts'

export const github: typeof english = {
  archived:
    'このリポジトリはアーカイブされているため、提案を作成できません。アーカイブを解除して、もう一度コメントしてください。',
  organisation:
    '組織の設定（組織の `.github` リポジトリにある `.github/cicd.yml`）をテキストとして読み取れません。修正してから、もう一度コマンドを実行してください。',
  peopleTitle: (list: string) => `### このブランチへのほかの人による変更

${list}`,
  peopleCommits: (count: number) => `${count} 件のコミットは人によるものです`,
  peopleSummary: (list: string) => `提案の内容は変わっていません。次のコミットは、生成されたものではありません。

${list}`,
  earlier: (number: number) => `

以前のプルリクエスト #${number} は、マージされずにクローズされました。`,
  restLeftOut: '\n\nGitHub の上限を超えるため、以降は省略しました。',
  noWorkflows: (url: string) =>
    `GitHub により、ワークフローファイルの書き込みが拒否されました。このアプリに \`workflows: write\` の権限がありません。オーナーが ${url} で権限を承認してから、もう一度コメントしてください。`,
  noWriting: (url: string) =>
    `GitHub により、書き込みが拒否されました。権限が不足しています。オーナーが ${url} で権限を確認してから、もう一度コメントしてください。`,
  commitBy: (sha, author) => `\`${sha}\`（${author}）`,
  branchInTheWay: (name, commits, open) => {
    const held =
      commits.length === 0
        ? '確認しきれない数のコミットがあります'
        : `ほかの人のコミットがあります: ${commits.join('、')}`
    const first = open === null ? '' : `先に ${open} をマージまたはクローズしてください。`
    return `ブランチ \`${name}\` に${held}。何も変更していません。${first}このブランチの名前を変えるか削除してから、もう一度コメントしてください。`
  },
  rule: (message) =>
    `リポジトリまたは組織のルールにより、ブランチへの書き込みが拒否されました。GitHub のメッセージ: ${message}。ブランチ \`cicd/*\` についてこのアプリがルールをバイパスできるように設定してから、もう一度コメントしてください。`,
  lacks: (permissions, url) =>
    `このアプリの権限が不足しています。必要な権限: ${permissions.join('、')}。オーナーが ${url} で権限を承認してから、もう一度コメントしてください。`,
  oldServer: (version, oldest) =>
    `この GitHub Enterprise Server のバージョンは ${version} ですが、このアプリには ${oldest} 以降が必要です。何も変更していません。サーバーの管理者にアップグレードを依頼してください。`,
  notText: (path) =>
    `プルリクエストのブランチにある \`${path}\` がテキストファイルではないため、何も変更していません。そのファイルを直してから、もう一度コマンドを実行してください。`,
}
