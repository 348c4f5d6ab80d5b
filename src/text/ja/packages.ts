import type { packages as english } from '../en/packages.ts'

export const packages: typeof english = {
  conflictingLockfile: (lockfile: string, manager: string) =>
    `${lockfile} にマージの競合マーカーが残っているため、ロックファイルどおりのインストールは失敗します。\`${manager} install\` を実行し、ロックファイルをコミットしてください。`,
  brokenLockfile: (lockfile: string, manager: string) =>
    `${lockfile} が正しい JSON ではないため、ロックファイルどおりのインストールは失敗します。\`${manager} install\` を実行し、ロックファイルをコミットしてください。`,
  peerConflict: (name: string, peer: string, range: string, version: string) =>
    `${name} は ${peer} ${range} を必要としますが、ロックされているのは ${version} です。--legacy-peer-deps を付けないと npm はここで停止します。${name} を合うバージョンに変えるか、.npmrc に \`legacy-peer-deps=true\` を書いて、どこでも同じようにインストールされるようにしてください。`,
}
