import type { TargetId } from '../../model.ts'
import { type Flag, oneOf } from '../flag.ts'
import { taken } from '../reading.ts'

/** Every delivery path that can be asked for, in the order of the ladder. */
export const targetIds: readonly TargetId[] = ['amplify', 'apprunner', 'ecr', 'sam', 'cdk', 'lambda-web']

export const target: Flag = {
  name: '--target',
  value: targetIds.join('|'),
  summary: ({ command }) => command.target,
  read: (value, options) => {
    const id = oneOf('target', targetIds, value)
    return id.ok ? taken({ ...options, target: id.value }) : id
  },
}
