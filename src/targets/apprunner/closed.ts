import type { Context } from '../../model.ts'
import { fact } from '../../render/facts.ts'
import { textsOf } from '../../text.ts'

/** The first line of the pull request: who cannot merge this as it is, and what to do then. */
export function closed(context: Context): readonly string[] {
  const texts = textsOf(context)
  if (context.aws.appRunnerCustomer === true) return []
  return [texts.apprunner.closed(fact('apprunner-closed').date)]
}
