import { accounts } from './accounts.ts'
import { connect } from './connect.ts'
import type { Definition } from './definition.ts'
import { doctor } from './doctor.ts'
import { explain } from './explain.ts'
import { help } from './help.ts'
import { plan } from './plan.ts'
import { setup } from './setup.ts'
import { status } from './status.ts'
import { survey } from './survey.ts'

/** Every command, in the order of the help text. What is listed here runs, and what runs is listed here. */
export const commands: readonly Definition[] = [setup, plan, connect, explain, status, doctor, survey, accounts, help]
