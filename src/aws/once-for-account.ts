import type { Account } from './account.ts'

/** Asks once for each account that was entered, which is once for each command: for lists that several apps are looked for in. */
export function onceForAccount<T>(ask: (account: Account, about: string) => Promise<T>) {
  const answers = new WeakMap<Account, Map<string, Promise<T>>>()
  return (account: Account, about = ''): Promise<T> => {
    const known = answers.get(account) ?? new Map<string, Promise<T>>()
    answers.set(account, known)
    const answer = known.get(about) ?? ask(account, about)
    known.set(about, answer)
    return answer
  }
}
