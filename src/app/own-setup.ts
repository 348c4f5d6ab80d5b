import type { Texts } from '../text.ts'
import { checks } from './own-setup/checks.ts'
import type { Finding, Patient } from './own-setup/patient.ts'

/** Judges one's own set-up of the app: a line for each check that has something to say. Pure. */
export function judgeOwnSetup(patient: Patient, texts: Texts): readonly Finding[] {
  return checks.flatMap(({ id, judge }) => {
    const verdict = judge(patient, texts.ownSetup)
    return verdict === null ? [] : [{ id, ...verdict }]
  })
}
