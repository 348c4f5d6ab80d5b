import type { Checkup, Complaint, Urgency } from '../model.ts'
import { type Examined, patientOf } from './doctor/patient.ts'
import { rules } from './doctor/rules.ts'

const order: readonly Urgency[] = ['broken', 'unsafe', 'ended', 'ends', 'tidy']

/**
 * What is wrong with the delivery of a repository, worst first; of what ended, or will end, the oldest day first. Pure: the day comes with the input,
 * and what AWS did not tell is no complaint.
 */
export function examine(examined: Examined): Checkup {
  const patient = patientOf(examined)
  const complaints = rules.flatMap((rule) =>
    rule.examine(patient).map((complaint): Complaint => ({ rule: rule.id, ...complaint })),
  )
  const { tree, today, watched } = examined
  return {
    commit: tree.commit,
    today,
    complaints: complaints.toSorted(byUrgency),
    unknown: patient.lock !== null && watched === null ? [patient.texts.doctor.awsUnknown] : [],
  }
}

function byUrgency(one: Complaint, other: Complaint): number {
  return order.indexOf(one.urgency) - order.indexOf(other.urgency) || compare(one.on ?? '', other.on ?? '')
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
