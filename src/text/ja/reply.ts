import type { reply as english } from '../en/reply.ts'

export const reply: typeof english = {
  proposed: (link: string) => `レビューの準備ができました: ${link}`,
  upToDate: (link: string) => `すでに最新です: ${link} の内容は、今回の提案と同じです。`,
  dryRun: '`/cicd setup` を実行すると、次の内容を提案します。まだ何も書き込んでいません。',
  chooseOne: 'このいずれかをコメントしてください。',
  deniedNo: 'コマンドの実行には、このリポジトリへの書き込み権限が必要です。権限を持つ人にコメントを依頼してください。',
  deniedUnknown:
    'コマンドを実行する権限があるかどうかを GitHub に確認できなかったため、何も行いませんでした。数分後にもう一度コメントしてください。',
  deniedConfig:
    '設定（このリポジトリまたは組織の `.github/cicd.yml` の `commanders`）により、コマンドを実行できる人が限られています。その人に依頼してください。',
  keptChanges: (list: string) => `ブランチにはほかの人による変更もあり、そのまま残しています: ${list}`,
  nothingFound: 'デプロイできるものが見つかりませんでした。',
  noSuchId: (id: string, ids: string) => `このコミットには ID ${id} がありません。${ids}`,
  atCommit: (text: string, commit: string) => `${text}

確認したコミット: ${commit}。ID はコミットごとに割り振られます。`,
  andMore: (more: number) => `- ほか ${more} 件`,
  notChosen: (place: string, id: string, title: string, because: string) =>
    `${place}\`${id}\` **${title}** は選びませんでした。${because}`,
  tooLong: (files: string) => `長すぎるため表示できないファイル: ${files}`,
  orCommit: 'または、次のファイルをご自身でコミットしてください:',
  another: 'コメントに複数のコマンドがありましたが、最初の行だけを実行しました。',
  waited: (seconds: number) => `GitHub のレート制限により、${seconds} 秒待ちました。`,
  notAnyMore: '何も書き込みませんでした。コマンドを実行した人には、ここでコマンドを実行する権限がなくなっています。',
  noPull: 'プルリクエストはまだありません。',
  holdsNow: '現在の提案と同じ内容です。',
  holdsEarlier: '以前の提案の内容です。',
  wouldAsk: (text: string) => `\`/cicd setup\` をもう一度実行すると、次の質問をします: ${text}`,
  wouldNothing: (because: string) => `\`/cicd setup\` をもう一度実行しても、何も変わりません: ${because}`,
  actions: { create: '新規', update: '変更', delete: '削除' },
  failed: (correlation) =>
    `内部でエラーが発生しました。数分後にもう一度コメントしてください。中断したところから再開します。それでも失敗する場合は、このアプリの管理者に次の番号を伝えてください: \`${correlation}\``,
  chosen: (target, because) => `${target ?? 'デプロイなし'}: ${because}`,
  notes: (list) => `補足:\n\n${list}`,
  commitBy: (sha, author) => `${sha}（${author}）`,
  goesTo: (place, target, because) =>
    `**${place ?? 'このリポジトリ'}** のデプロイ先: ${target === null ? 'なし' : `**${target}**`}。${because}`,
  rejected: (id, target, because) => `- \`${id}\` ${target} を選ばなかった理由: ${because}`,
  ids: (ids, more) => `使える ID: ${ids.join('、')}${more ? ' …' : ''}`,
  executable: '（実行可能）',
  pullState: (link, state) =>
    `${link} ${{ open: 'はオープンです', closed: 'はマージされずにクローズされました', merged: 'はマージ済みです' }[state]}。`,
  branchState: (branch, commits, others, behind) =>
    `ブランチ ${branch} には ${commits} 件のコミットがあり、そのうち ${others} 件は人によるものです。デフォルトブランチからは ${behind} 件遅れています。`,
  wouldPropose: (files) => `\`/cicd setup\` をもう一度実行すると、${files} 個のファイルを提案します。`,
  keptFile: (path, why) => `${path}: ${why}。`,
  decideHere: '判断が必要な行',
  keptFiles: (list) => `次のファイルは、新しい提案と異なりますが、手で加えられた変更をそのまま残しています:\n\n${list}`,
  waitingUntil: (time) =>
    `このアプリの GitHub のレート制限に達しました。${time}（UTC）ごろまで待ってから、自動で再開します。何もする必要はありません。`,
}
