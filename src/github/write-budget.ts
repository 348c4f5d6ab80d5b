/** Keeps an installation's writes within what GitHub allows in an hour. */
export interface WriteBudget {
  /** Counts a write of this installation, and gives how many milliseconds it must wait before it goes. */
  take(installation: string): number
}

const hourMs = 3_600_000
/**
 * GitHub lets about 500 requests that make content through in an hour, and 80 in a minute; Octokit keeps the second limit only
 * (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api, read 2026-11). Some room is left for others.
 */
export const writesPerHour = 450

/** A budget for each installation over the last hour, in the memory of this process. */
export function writeBudget(perHour: number = writesPerHour, now: () => number = Date.now): WriteBudget {
  const times = new Map<string, number[]>()
  return {
    take: (installation) => {
      const at = now()
      const taken = (times.get(installation) ?? []).filter((time) => time > at - hourMs)
      const oldest = taken.length < perHour ? undefined : taken[taken.length - perHour]
      const goes = oldest === undefined ? at : oldest + hourMs
      times.set(installation, [...taken, goes])
      return goes - at
    },
  }
}
