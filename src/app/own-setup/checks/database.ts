import { type Check, off, ok, wrong } from '../check.ts'

export const database: Check = {
  id: 'database',
  judge: ({ database: found }, words) => {
    if (found === null) return off(words.noDatabase)
    return found.unusable === null ? ok(words.database) : wrong(words.badDatabase(found.unusable), words.mendDatabase)
  },
}
