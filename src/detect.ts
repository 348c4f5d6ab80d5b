import { definedAt, definitions } from './detect/definitions.ts'
import type { Reads } from './detect/detector.ts'
import { detectors } from './detect/detectors.ts'
import { existingDetectors } from './detect/existing.ts'
import type { Finding, Other, Proof } from './detect/finding.ts'
import { likelyFiles } from './detect/likely-files.ts'
import { otherDetectors } from './detect/others.ts'
import type { Place } from './detect/place.ts'

import { places } from './detect/places.ts'
import { type Repository, viewTree } from './detect/repository.ts'
import { type StackFindings, splitByStack } from './detect/stacks.ts'
import { wanted as firstRound } from './detect/wanted.ts'
import type { Existing, Some, Tree } from './model.ts'
import { type Texts, textsIn } from './text.ts'

/** What was found in one place, for one toolchain. A place with two programs of different languages is there twice. */
export interface PlaceFindings extends StackFindings {
  readonly place: Place
}

/** What was found in the repository; places with the root first. */
export interface Findings {
  readonly repository: Repository
  readonly places: readonly PlaceFindings[]
  readonly existing: readonly Existing[]
  /** What it is if it holds no app. */
  other(): { readonly what: Other; readonly proof: Some<Proof> } | null
}

// Our own files: the configuration, and what was generated before.
const own: Reads = { id: 'own', reads: ['.github/cicd.yml', '.github/cicd.lock.json', 'infra/accounts/cicd.lock.json'] }
const rules: readonly Reads[] = [
  own,
  likelyFiles,
  ...definitions,
  ...detectors,
  ...existingDetectors,
  ...otherDetectors,
]

/** The paths to read in a round: the rules' patterns first, then what the files read so far name. */
export function wanted(round: number, tree: Tree): readonly string[] {
  const repository = viewTree(tree)
  if (round === 0)
    return [
      ...new Set([...firstRound(rules, tree.entries), ...rules.flatMap((rule) => rule.lists?.(repository) ?? [])]),
    ]
  return rules.flatMap((rule) => rule.follows?.(repository) ?? [])
}

/** Runs every detector over every place. Pure; the same tree gives the same findings in the same order. */
export function detect(tree: Tree, texts: Texts = textsIn('en')): Findings {
  const repository = viewTree(tree, texts)
  return {
    repository,
    places: places(repository).flatMap(partsOf),
    existing: existingDetectors.flatMap((detector) => detector.find(repository)),
    other: () => {
      for (const detector of otherDetectors) {
        const found = detector.find(repository)
        if (found) return found
      }
      return null
    },
  }
}

function partsOf(place: Place): readonly PlaceFindings[] {
  const found = detectAt(place)
  const defined = definedAt(place, found)
  return [...(defined ? [defined] : []), ...splitByStack(found)].map((part) => ({ place, ...part }))
}

function detectAt(place: Place): readonly Finding[] {
  const known: Finding[] = []
  for (const detector of detectors) {
    const { stack } = detector
    const visible = stack ? known.filter((finding) => !finding.stack || finding.stack === stack) : known
    const found = detector.find(place, visible)
    known.push(...(stack ? found.map((finding) => (finding.stack ? finding : { ...finding, stack })) : found))
  }
  return known
}
