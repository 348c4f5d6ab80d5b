import type { Context, Provision } from '../../model.ts'
import { code } from '../../render/markdown.ts'
import { textsOf } from '../../text.ts'
import { type Surveyed, toMake } from './survey.ts'

/** Why nothing is made, whoever asks; null: nothing stands against it. */
export function objection(
  context: Context,
  // Whether what is not merged yet may be made all the same.
  ahead: boolean,
  seen: readonly Surveyed[],
): string | null {
  const words = textsOf(context).connect
  const open = seen.filter((one) => toMake(one).length > 0)
  const of = (merged: Provision['merged']) => open.find(({ provision }) => provision.merged === merged)?.provision
  const edited = of('edited')
  if (edited !== undefined) return words.edited(code(edited.unmerged ?? ''))
  if (makesProvider(open) && context.aws.oidcIssuers === null) return words.noProviderFact
  if (ahead) return null
  const older = of('older')
  if (older !== undefined) return words.older(code(older.unmerged ?? ''))
  const absent = of('absent')
  return absent === undefined ? null : words.notMerged(code(absent.unmerged ?? ''))
}

/** A stack that is made anew and has to know whether there is an OIDC provider (case G37). */
function makesProvider(open: readonly Surveyed[]): boolean {
  return open.some((one) =>
    toMake(one).some(
      ({ resource, standing }) =>
        resource.kind === 'stack' && standing.state !== 'different' && 'CreateOidcProvider' in resource.parameters,
    ),
  )
}
