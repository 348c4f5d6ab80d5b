import type { CiId } from '../../model.ts'
import { type Flag, oneOf } from '../flag.ts'
import { taken } from '../reading.ts'

/** Every CI system that can be asked for. */
export const ciIds: readonly CiId[] = ['github-actions', 'codepipeline', 'gitlab', 'jenkins', 'bitbucket']

export const ci: Flag = {
  name: '--ci',
  value: ciIds.join('|'),
  summary: ({ command }) => command.ci,
  read: (value, options) => {
    const id = oneOf('ci', ciIds, value)
    return id.ok ? taken({ ...options, ci: id.value }) : id
  },
}
