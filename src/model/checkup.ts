import type { Evidence } from './app.ts'

/**
 * How much a complaint matters, from the most to the least. `broken`: it does not work, now. `unsafe`: it works, and is open to attack.
 * `ended`: fixes or support ended on a day that has passed. `ends`: they end on a day that is near. `tidy`: it can wait.
 */
export type Urgency = 'broken' | 'unsafe' | 'ended' | 'ends' | 'tidy'

/**
 * What takes a complaint away. `command`: one for a comment, or for a shell at the root of the repository. `lines`: what is to stand in the files in
 * place of the evidence, line by line. `text`: what a person does, in words.
 */
export type Mend =
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'text'; readonly text: string }

/** One thing that is wrong, or will be, with its proof. */
export interface Complaint {
  /** The rule that found it. */
  readonly rule: string
  readonly urgency: Urgency
  /** The day that it is about, for `ended` and `ends`; ISO 8601. */
  readonly on: string | null
  /** One sentence of Markdown; foreign names are code. */
  readonly says: string
  readonly evidence: readonly Omit<Evidence, 'id'>[]
  /** A page that shows it, for what lies in AWS. */
  readonly link: string | null
  /** What it rests on, with the day from which it holds, or on which it was read. */
  readonly fact: { readonly date: string; readonly source: string } | null
  readonly mend: Mend
}

/** Everything that is wrong with the delivery of a repository; worst first. */
export interface Checkup {
  readonly commit: string | null
  /** The day for which it holds. */
  readonly today: string
  readonly complaints: readonly Complaint[]
  /** What could not be looked at, in words. */
  readonly unknown: readonly string[]
}
