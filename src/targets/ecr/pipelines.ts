import type { Context, Some } from '../../model.ts'
import { type Stage, stages } from '../../render/environments.ts'

/** Stages that one branch is deployed to, in order. The first builds the image, the others take the same image. */
export interface Pipeline {
  readonly branch: string
  readonly stages: Some<Stage>
}

/** The stages of the repository by branch: without configuration one pipeline with one stage. */
export function pipelines(context: Context): Some<Pipeline> {
  const [first, ...rest] = stages(context)
  const found: [Pipeline, ...Pipeline[]] = [{ branch: first.branch, stages: [first] }]
  for (const stage of rest) {
    const index = found.findIndex((pipeline) => pipeline.branch === stage.branch)
    const pipeline = found[index]
    if (pipeline) found.splice(index, 1, { ...pipeline, stages: [...pipeline.stages, stage] })
    else found.push({ branch: stage.branch, stages: [stage] })
  }
  return found
}
