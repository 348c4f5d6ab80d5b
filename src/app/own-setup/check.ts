import type { Texts } from '../../text.ts'
import type { Finding, Patient } from './patient.ts'

/** The texts of this check-up. */
export type Words = Texts['ownSetup']

/** What one check says, without its name; null: it has nothing to say, since another check says why. */
export type Verdict = Omit<Finding, 'id'> | null

/** One thing that is looked at. */
export interface Check {
  readonly id: string
  judge(patient: Patient, words: Words): Verdict
}

export const ok = (says: string): Verdict => ({ state: 'ok', says, mend: null })
export const wrong = (says: string, mend: string): Verdict => ({ state: 'wrong', says, mend })
export const unknown = (says: string, mend: string | null): Verdict => ({ state: 'unknown', says, mend })
export const off = (says: string): Verdict => ({ state: 'off', says, mend: null })
