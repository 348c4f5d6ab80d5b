import type { Objects } from './objects.ts'

/** Who and when. `date` is ISO 8601 in UTC, to the second. */
export interface Signature {
  readonly name: string
  readonly email: string
  readonly date: string
}

export interface Commit {
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: Signature
  readonly committer: Signature
  readonly message: string
  /** The armoured signature of a commit that GitHub signed, or null. */
  readonly signature: string | null
  /** What was signed. */
  readonly payload: string
}

/** The signature that this stand-in puts under what GitHub would sign. */
export const STAND_IN_SIGNATURE = [
  '-----BEGIN PGP SIGNATURE-----',
  '',
  'signed by the stand-in GitHub of the tests',
  '-----END PGP SIGNATURE-----',
].join('\n')

/** Writes a commit and gives its id. */
export function writeCommit(objects: Objects, commit: Omit<Commit, 'payload'>): Promise<string> {
  const head = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${signed(commit.author)}`,
    `committer ${signed(commit.committer)}`,
  ]
  if (commit.signature !== null) head.push(`gpgsig ${commit.signature.split('\n').join('\n ')}`)
  return objects.write('commit', Buffer.from(`${head.join('\n')}\n\n${commit.message}`))
}

/** Reads a commit; null when the id is not that of a commit. */
export async function readCommit(objects: Objects, sha: string): Promise<Commit | null> {
  const object = await objects.read(sha)
  if (object?.type !== 'commit') return null
  const text = object.content.toString('utf8')
  const end = text.indexOf('\n\n')
  const head = text.slice(0, end).replace(/\n /g, '\u0000').split('\n')
  const values = (key: string) =>
    head.filter((one) => one.startsWith(`${key} `)).map((one) => one.slice(key.length + 1))
  const signature = values('gpgsig')[0]?.replaceAll('\u0000', '\n') ?? null
  const unsigned = head.filter((one) => !one.startsWith('gpgsig ')).join('\n')
  return {
    tree: values('tree')[0] ?? '',
    parents: values('parent'),
    author: parseSignature(values('author')[0] ?? ''),
    committer: parseSignature(values('committer')[0] ?? ''),
    message: text.slice(end + 2),
    signature,
    payload: `${unsigned}\n\n${text.slice(end + 2)}`,
  }
}

function signed(who: Signature): string {
  const clean = (text: string) => text.replace(/[<>\n]/g, '')
  return `${clean(who.name)} <${clean(who.email)}> ${Math.floor(Date.parse(who.date) / 1000)} +0000`
}

function parseSignature(text: string): Signature {
  const [, name = '', email = '', seconds = '0'] = /^(.*?) ?<(.*)> (\d+)/.exec(text) ?? []
  return { name, email, date: new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z') }
}
