import { type Finding, first } from './finding.ts'
import type { Stack } from './stack.ts'

/** The findings of one toolchain in one place, with those that belong to none. */
export interface StackFindings {
  /** Null: the findings of no toolchain make an app. */
  readonly stack: Stack | null
  readonly findings: readonly Finding[]
  /** What the other toolchains say about the same place: the package.json that only builds the assets of a Rails app. */
  readonly beside: readonly Finding[]
}

const appTopics: ReadonlySet<string> = new Set(['framework', 'kind', 'worker'])

/**
 * Splits the findings of one place by toolchain, so that the npm scripts of a Python server's tooling never become its
 * commands (case D22). A place has as many answers as toolchains that name a kind of app there; one answer where a
 * finding of no toolchain does (a SAM template, cdk.json), since all of them serve that app then.
 */
export function splitByStack(findings: readonly Finding[]): readonly StackFindings[] {
  const shared = findings.filter((finding) => !finding.stack)
  const stacks = stacksOf(findings)
  const [only] = stacks
  if (!only || first(shared, 'kind') || first(shared, 'framework')) return [{ stack: null, findings, beside: [] }]
  return stacks.map((stack) => ({
    stack,
    findings: findings.filter((finding) => !finding.stack || finding.stack === stack),
    beside: findings.filter((finding) => finding.stack && finding.stack !== stack),
  }))
}

function stacksOf(findings: readonly Finding[]): readonly Stack[] {
  return [...new Set(findings.flatMap(({ topic, stack }) => (stack && appTopics.has(topic) ? stack : [])))]
}
