import type { Texts } from '../../text.ts'
import type { Proof } from '../finding.ts'
import type { FileBelow } from './files-below.ts'

/** Proof that there are tests: the first of them. */
export function proofOfTests(tests: readonly [FileBelow, ...FileBelow[]], texts: Texts): Proof {
  const [{ path }] = tests
  return { path, line: null, says: texts.seen.oneOfTests(tests.length) }
}

/** Whether a list has at least one item, for the type checker too. */
export function some<T>(list: readonly T[]): list is readonly [T, ...T[]] {
  return list.length > 0
}
