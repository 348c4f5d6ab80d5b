import type { Complaint } from '../../model.ts'

/** An end is told this long before: half a year is time enough to plan a change of version. */
const noticeDays = 183

/** How urgent something is that ends on a day; null: it is not near. All days are ISO 8601. */
export function aged(on: string, today: string): Pick<Complaint, 'urgency' | 'on'> | null {
  if (on <= today) return { urgency: 'ended', on }
  return on <= after(today, noticeDays) ? { urgency: 'ends', on } : null
}

function after(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
