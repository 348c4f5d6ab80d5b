import { links } from './links.ts'
import { type Ground, type Phase, step } from './phase.ts'

/** Before anything is made: what runs, who gets in, whether backups can be restored. */
export function prepare({ landscape, texts }: Ground): Phase {
  const { prepare: say } = texts.accountsPlan
  const example = landscape.accounts.find(({ role }) => role === 'audit')?.email ?? ''
  return {
    title: say.title,
    impact: say.impact,
    steps: [
      step(say.inventory),
      step(
        say.search,
        ['aws resource-explorer-2 search --profile existing --query-string "" --max-results 1000'],
        links.explorer,
      ),
      step(say.people, [], links.credentialReport),
      step(say.root),
      step(say.mails(`\`${example}\``)),
      step(say.reseller),
      step(say.backup),
    ],
    check: step(say.check),
    rollback: step(say.rollback),
  }
}
