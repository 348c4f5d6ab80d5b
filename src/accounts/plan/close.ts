import { existingName } from '../../config/accounts/network.ts'
import { links } from './links.ts'
import { type Ground, type Phase, step } from './phase.ts'

/** The old account is emptied and closed. */
export function close({ landscape, deployments, texts }: Ground): Phase {
  const { close: say } = texts.accountsPlan
  const temporary = landscape.network.peerings.filter((peering) => peering.temporary)
  const ids = temporary.map(({ link }) => link)
  const stacks = deployments.filter(({ link }) => link !== null && ids.includes(link)).toReversed()
  const commands = stacks.map(
    ({ account, stack }) =>
      `aws cloudformation delete-stack --profile ${account === existingName ? 'existing' : account} --stack-name accounts-${stack}`,
  )
  return {
    title: say.title,
    impact: say.impact,
    steps: [
      ...(temporary.length > 0 ? [step(say.temporary, landscape.wish.format === 'terraform' ? [] : commands)] : []),
      step(say.keys),
      step(say.watch),
      step(say.stop),
      step(say.suspend, [], links.closing),
    ],
    check: say.check,
    rollback: say.rollback,
  }
}
