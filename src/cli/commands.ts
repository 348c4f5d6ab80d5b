import type { CliCommand } from './command.ts'
import { accounts } from './commands/accounts.ts'
import { awsPolicy } from './commands/aws-policy.ts'
import { completion } from './commands/completion.ts'
import { connect } from './commands/connect.ts'
import { doctor } from './commands/doctor.ts'
import { explain } from './commands/explain.ts'
import { help } from './commands/help.ts'
import { plan } from './commands/plan.ts'
import { setup } from './commands/setup.ts'
import { status } from './commands/status.ts'
import { survey } from './commands/survey.ts'

/** Every command of the command line, in the order of the help text: those of the comments first. */
export const commands: readonly CliCommand[] = [
  ...[setup, plan, explain, connect, status, doctor, survey, accounts, awsPolicy, completion, help],
]
