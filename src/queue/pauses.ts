import type { Retry } from '../queue.ts'

/** Jobs that pause before their next attempt. */
export function pauses({ limit, pauseMs }: Retry) {
  const attempts = new Map<string, number>()
  const timers = new Map<string, NodeJS.Timeout>()
  return {
    count: () => timers.size,
    forget: (id: string) => attempts.delete(id),
    /** False where there were enough attempts. */
    again: (id: string, run: () => void): boolean => {
      const made = attempts.get(id) ?? 0
      attempts.delete(id)
      if (made >= limit) return false
      attempts.set(id, made + 1)
      const start = () => {
        timers.delete(id)
        run()
      }
      timers.set(id, setTimeout(start, pauseMs * 2 ** made))
      return true
    },
    /** Runs something after a while. */
    after: (id: string, ms: number, run: () => void): void => {
      const start = () => {
        timers.delete(id)
        run()
      }
      timers.set(id, setTimeout(start, ms))
    },
    /** Gives how many were pausing. */
    stop: (): number => {
      for (const timer of timers.values()) clearTimeout(timer)
      return timers.size
    },
  }
}
