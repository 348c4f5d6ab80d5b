import type { Language } from '../../model.ts'
import { type Finding, find, type Proof } from '../finding.ts'

interface Basics {
  /** Name of the framework. */
  readonly id: string
  /** Path of the defining file from the repository root. */
  readonly definition: string
  readonly language: Language | null
}

/** What every definition of a serverless app says. */
export function basics({ id, definition, language }: Basics, proof: Proof): readonly Finding[] {
  return [
    find('kind', 'serverless', proof),
    find('framework', { id, kind: 'serverless', major: null, spa: false }, proof),
    find('definition', definition, proof),
    ...(language ? [find('language', language, proof)] : []),
  ]
}
