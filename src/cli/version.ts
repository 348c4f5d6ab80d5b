/** The version of this program: the one of package.json. */
export const version = '0.1.0'

/** The versions of Node.js that it runs on: `engines` of package.json. */
export const wantedNode = '>=22.18'

/** Whether a version of Node.js, such as `20.9.0`, is older than that. */
export function isTooOld(node: string): boolean {
  const [major = 0, minor = 0] = node.split('.').map(Number)
  const [least = 0, point = 0] = wantedNode.replace('>=', '').split('.').map(Number)
  return major < least || (major === least && minor < point)
}
