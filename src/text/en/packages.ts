export const packages = {
  conflictingLockfile: (lockfile: string, manager: string) =>
    `${lockfile} holds the marks of an unfinished merge, so a frozen install would stop; run \`${manager} install\` and commit the lockfile.`,
  brokenLockfile: (lockfile: string, manager: string) =>
    `${lockfile} is no valid JSON, so a frozen install would stop; run \`${manager} install\` and commit the lockfile.`,
  peerConflict: (name: string, peer: string, range: string, version: string) =>
    `${name} wants ${peer} ${range} beside it, and ${version} is locked: npm stops there without --legacy-peer-deps. Move ${name} to a version that fits, or put \`legacy-peer-deps=true\` into .npmrc, so that every install is told.`,
}
