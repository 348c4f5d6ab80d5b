import type { Context, Delivery, GeneratedFile } from '../../model.ts'
import { textsOf } from '../../text.ts'
import { buildspecs } from './codepipeline/buildspecs.ts'
import { pipelinePath } from './codepipeline/names.ts'
import { pipelineTemplate } from './codepipeline/template.ts'

/** The pipeline of each app: a template, and the commands of its build projects. */
export function codePipelineFiles(deliveries: readonly Delivery[], context: Context): readonly GeneratedFile[] {
  return deliveries.flatMap((delivery) => [
    {
      path: pipelinePath(delivery.app),
      mode: '100644' as const,
      content: pipelineTemplate(delivery, context),
      purpose: textsOf(context).providers.template(delivery.app.name),
    },
    ...buildspecs(delivery, context),
  ])
}
