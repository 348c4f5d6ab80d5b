import type { Check } from './check.ts'
import { aws } from './checks/aws.ts'
import { clock } from './checks/clock.ts'
import { database } from './checks/database.ts'
import { deliveries } from './checks/deliveries.ts'
import { events } from './checks/events.ts'
import { github } from './checks/github.ts'
import { installations } from './checks/installations.ts'
import { key } from './checks/key.ts'
import { node } from './checks/node.ts'
import { permissions } from './checks/permissions.ts'
import { settings } from './checks/settings.ts'
import { webhook } from './checks/webhook.ts'

/** Every check, in the order in which one leads to the next. */
export const checks: readonly Check[] = [
  ...[node, settings, github, clock, key, permissions, events, installations, webhook, deliveries, database, aws],
]
