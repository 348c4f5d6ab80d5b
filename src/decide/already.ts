import type { Choice, Context, Existing, TargetId } from '../model.ts'

const ours: ReadonlySet<string> = new Set<TargetId>(['amplify', 'apprunner', 'ecr', 'sam', 'cdk', 'lambda-web'])

/**
 * What already delivers this app to AWS, so that a second pipeline beside it would be a fault (case G46); null: nothing does.
 * A target asked for by name is built all the same, and the pull request says what is there.
 */
export function alreadyDelivers(choice: Choice, existing: readonly Existing[], context: Context): Existing | null {
  if (context.request.target !== null) return null
  return (
    existing.find(
      (item) => item.role === 'deploy' && item.to !== null && ours.has(item.to) && concerns(item, choice),
    ) ?? null
  )
}

/** What delivers this app to somewhere else; it goes on until a person turns it off. */
export function deliversElsewhere(choice: Choice, existing: readonly Existing[]): readonly Existing[] {
  return existing.filter(
    (item) => item.role === 'deploy' && (item.to === null || !ours.has(item.to)) && concerns(item, choice),
  )
}

function concerns(item: Existing, { app }: Choice): boolean {
  return item.root === null || item.root === app.root
}
