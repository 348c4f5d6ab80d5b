import { table } from '../../../render/facts-table.ts'
import { isSample } from '../lines.ts'
import { plain, type Rule } from '../rule.ts'

const { date, source } = table['apprunner-closed']

/** Delivery to App Runner, which takes no new customers. Services that run go on. */
export const appRunnerClosed: Rule = {
  id: 'app-runner-closed',
  examine({ tree, today, texts: { doctor }, context }) {
    const files = tree.entries.filter(({ path }) => /(?:^|\/)apprunner\.ya?ml$/.test(path) && !isSample(path))
    if (files.length === 0 || date > today || context.aws.appRunnerCustomer === true) return []
    const refused = context.aws.appRunnerCustomer === false
    return [
      {
        ...plain,
        urgency: refused ? ('broken' as const) : ('tidy' as const),
        says: refused ? doctor.appRunnerRefused(date) : doctor.appRunnerClosed(date),
        evidence: files.map(({ path }) => ({ path, line: null, says: 'App Runner' })),
        fact: { date, source },
        mend: { kind: 'command' as const, command: '/cicd setup --target=ecr' },
      },
    ]
  },
}
