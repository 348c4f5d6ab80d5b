import { type Check, off, ok, wrong } from '../check.ts'

/** Credentials that the AWS SDK finds by itself. None are needed. */
export const aws: Check = {
  id: 'aws',
  judge: ({ aws: found }, words) => {
    if (!('refusal' in found)) return ok(words.aws(found.account, found.region))
    const { why, detail } = found.refusal
    if (why === 'region') return off(words.noRegion)
    if (why === 'credentials' && detail === 'CredentialsProviderError') return off(words.noAws)
    return wrong(words.badAws(why, detail), words.mendAws)
  },
}
