/** The version of this program: the one of package.json. */
export const version = '0.1.0'
