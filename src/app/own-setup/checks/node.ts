import { satisfies } from 'semver'
import { type Check, ok, wrong } from '../check.ts'

export const node: Check = {
  id: 'node',
  judge: ({ node: { version, wanted } }, words) =>
    satisfies(version, wanted)
      ? ok(words.node(version))
      : wrong(words.oldNode(version, wanted), words.mendNode(wanted)),
}
