import type { Texts } from '../../text.ts'
import type { Deployment } from '../deployment.ts'
import type { Landscape } from '../landscape.ts'
import type { Pipeline } from '../pipeline.ts'

/** One thing to do: Markdown, what is to be pasted, and where to read on. */
export interface PlanStep {
  readonly text: string
  readonly commands: readonly string[]
  readonly link: string | null
}

/** A part of the move after which one can stop. `check` and `rollback` are Markdown, with commands that help where there are some. */
export interface Phase {
  readonly title: string
  /** Who notices. */
  readonly impact: string
  readonly steps: readonly PlanStep[]
  readonly check: PlanStep
  readonly rollback: PlanStep
}

/** What the phases are made from. */
export interface Ground {
  readonly landscape: Landscape
  readonly deployments: readonly Deployment[]
  readonly pipeline: Pipeline
  readonly texts: Texts
}

export function step(text: string, commands: readonly string[] = [], link: string | null = null): PlanStep {
  return { text, commands, link }
}
