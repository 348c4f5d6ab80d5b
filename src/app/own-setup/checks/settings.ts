import { type Check, ok, wrong } from '../check.ts'

/** Everything in the environment and `.env`, the key among it: it is parsed. */
export const settings: Check = {
  id: 'settings',
  judge: ({ settings: read }, words) => {
    if ('wrong' in read) return wrong(read.wrong, words.mendSettings)
    const { credentials, githubHost } = read
    if (credentials === null) return wrong(words.notRegistered, words.mendRegister)
    return ok(words.settings(credentials.appId, githubHost))
  },
}
