import type { Complaint } from '../../model.ts'
import type { Patient } from './patient.ts'

/** One thing that can be wrong with a delivery. Pure. */
export interface Rule {
  readonly id: string
  examine(patient: Patient): readonly Omit<Complaint, 'rule'>[]
}

/** A complaint with nothing but what every one has; what a rule knows besides goes over it. */
export const plain = { on: null, link: null, fact: null } as const
