import { temporaryName, terraformFolder } from '../terraform/folder.ts'
import { links } from './links.ts'
import { type Ground, type Phase, step } from './phase.ts'

function withoutFile(production: string): readonly string[] {
  const at = `terraform -chdir=${terraformFolder(production)}`
  return [`rm ${terraformFolder(production)}/${temporaryName}`, `${at} plan -out=tfplan`, `${at} apply tfplan`]
}

/** The old account is emptied and closed. */
export function close({ landscape, deployments, texts }: Ground): Phase {
  const { close: say } = texts.accountsPlan
  const temporary = landscape.network.peerings.filter((peering) => peering.temporary)
  const ids = temporary.map(({ link }) => link)
  const stacks = deployments.filter(({ link }) => link !== null && ids.includes(link)).toReversed()
  const commands = [stacks.map(({ account, stack }) => `remove ${account} ${stack}`).join('\n')]
  return {
    title: say.title,
    impact: say.impact,
    steps: [
      ...(temporary.length > 0
        ? [step(say.temporary, landscape.wish.format === 'terraform' ? withoutFile(landscape.production) : commands)]
        : []),
      step(say.keys),
      step(say.watch),
      step(say.stop),
      step(say.suspend, [], links.closing),
    ],
    check: step(say.check),
    rollback: step(say.rollback),
  }
}
