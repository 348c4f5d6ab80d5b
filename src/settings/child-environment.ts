// A repository named by the caller's environment (in a hook, say) must not stand in for the one that was asked for.
const redirections: ReadonlySet<string> = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_NAMESPACE',
  'GIT_COMMON_DIR',
])

/** The environment for git commands: the caller's own, without what points git elsewhere. */
export function childEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !redirections.has(name)))
}
