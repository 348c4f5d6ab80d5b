import { parse } from 'yaml'
import { ownCommand } from '../command.ts'
import { json } from '../flags/json.ts'
import { read } from '../flags/read.ts'

/** The rights that this program needs in AWS. */
export const awsPolicy = ownCommand({
  verb: 'aws-policy',
  summary: ({ cli }) => cli.awsPolicy,
  argument: null,
  flags: [read, json],
  folders: 'none',
  example: 'aws-policy --read',
  run: async ({ options }, { say }) => {
    const { policyTemplate } = await import('../../render/aws-policy.ts')
    const template = policyTemplate(options.read ? 'read' : 'connect')
    // CloudFormation takes both.
    say(options.json ? `${JSON.stringify(parse(template), null, 2)}\n` : template)
    return 0
  },
})
