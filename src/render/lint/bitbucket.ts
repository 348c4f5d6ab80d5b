import { parse } from 'yaml'
import type { Fault, Linted } from '../lint.ts'
import { type Fields, fields, objects } from './look.ts'
import { pinnedImage, storedKeys } from './provider-rules.ts'

interface Rule {
  readonly id: string
  readonly check: (step: Fields) => string | null
}

/** What every step of a generated `bitbucket-pipelines.yml` must keep. */
const rules: readonly Rule[] = [
  { id: 'bitbucket-image', check: ({ image }) => pinnedImage(image) },
  { id: 'bitbucket-time', check: (step) => (typeof step['max-time'] === 'number' ? null : 'has no max-time') },
  { id: 'bitbucket-deploy', check: deployment },
  { id: 'stored-key', check: storedKeys },
]

/** The faults of a Bitbucket file: of each step, and of each pipeline, which may use an environment once. */
export function bitbucketFaults({ path, content }: Linted): readonly Fault[] {
  const pipelines = read(content)
  const ofSteps = pipelines.flatMap(([name, steps]) =>
    steps.flatMap((step) =>
      rules.flatMap(({ id, check }) => {
        const says = check(step)
        return says === null ? [] : [{ path, rule: id, says: `${name}: step ${String(step.name)} ${says}` }]
      }),
    ),
  )
  const twice = pipelines.flatMap(([name, steps]) => {
    const used = steps.flatMap(({ deployment: one }) => (one === undefined ? [] : [String(one)]))
    return new Set(used).size === used.length
      ? []
      : [{ path, rule: 'bitbucket-environment', says: `${name} uses an environment twice, which Bitbucket refuses` }]
  })
  return [...ofSteps, ...twice]
}

/** The pipelines with their steps, side by side or not. */
function read(content: string): readonly (readonly [string, readonly Fields[]])[] {
  try {
    const { default: all, branches, custom, ...rest } = fields(fields(parse(content, { maxAliasCount: 0 })).pipelines)
    const named = { ...fields(branches), ...fields(custom), ...(all === undefined ? {} : { default: all }), ...rest }
    return Object.entries(named).map(([name, steps]) => [
      name,
      objects(steps).flatMap(({ step }) => (step === undefined ? [] : [fields(step)])),
    ])
  } catch {
    return []
  }
}

/** Only a step with an environment can sign in, and each of these does. */
function deployment(step: Fields): string | null {
  if (step.oidc === true && step.deployment === undefined) return 'can sign in to AWS without an environment'
  return step.deployment !== undefined && step.oidc !== true ? 'has an environment and no sign-in' : null
}
