import { expect, it } from 'vitest'
import { progressOf } from '../../../src/app/follow/progress.ts'
import type { Followed } from '../../../src/app/follow/report.ts'
import { followedAt } from './followed-at.ts'

it.each<[ReturnType<typeof progressOf>, readonly Followed[]]>([
  ['done', [followedAt('in service')]],
  ['person', [followedAt('in service'), followedAt('to connect', 'none')]],
  ['person', [followedAt('blocked', 'failed'), followedAt('under way', 'deploying')]],
  ['moving', [followedAt('failed', 'failed'), followedAt('not begun', 'none')]],
  ['failed', [followedAt('failed', 'failed'), followedAt('in service')]],
  ['failed', [followedAt('stopped', 'paused')]],
  ['unseen', [followedAt('in service'), followedAt('unseen', 'unknown')]],
  ['untouched', [followedAt('untouched')]],
  ['untouched', [followedAt('in service'), followedAt('untouched', 'none')]],
  // The other app was not changed by the merge, and still runs.
  ['done', [followedAt('in service'), followedAt('untouched')]],
])('all together is %s: %j', (progress, all) => expect(progressOf(all)).toBe(progress))
