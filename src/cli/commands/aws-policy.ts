import { ownCommand } from '../command.ts'
import { read } from '../flags/read.ts'

/** The rights that this program needs in AWS. */
export const awsPolicy = ownCommand({
  verb: 'aws-policy',
  summary: ({ cli }) => cli.awsPolicy,
  argument: null,
  flags: [read],
  folders: 'none',
  example: 'aws-policy --read',
  run: async ({ options }, { say }) => {
    const { policyTemplate } = await import('../../render/aws-policy.ts')
    say(policyTemplate(options.read ? 'read' : 'connect'))
    return 0
  },
})
