/** The version of this program: the one of package.json. */
export const version = '0.1.0'

/** The versions of Node.js that it runs on: `engines` of package.json. */
export const wantedNode = '>=22.18'
