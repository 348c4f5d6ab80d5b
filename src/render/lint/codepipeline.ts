import { parse } from 'yaml'
import type { Fault, Linted } from '../lint.ts'
import { type Fields, fields, list } from './look.ts'

type Rule = readonly [id: string, check: (type: string, properties: Fields) => string | null]

/** What generated pipelines and build projects must keep, besides the rules of IAM. */
const rules: readonly Rule[] = [
  [
    'pipeline-type',
    (type, { PipelineType }) =>
      type === 'AWS::CodePipeline::Pipeline' && PipelineType !== 'V2' ? 'is not of type V2' : null,
  ],
  [
    'pipeline-trigger',
    (type, { Triggers }) =>
      type === 'AWS::CodePipeline::Pipeline' && list(Triggers).length === 0 ? 'names no branch that starts it' : null,
  ],
  ['build-image', image],
  [
    'build-timeout',
    (type, { TimeoutInMinutes }) =>
      type === 'AWS::CodeBuild::Project' && typeof TimeoutInMinutes !== 'number' ? 'has no timeout' : null,
  ],
  [
    'old-connection',
    (type) => (type === 'AWS::CodeStarConnections::Connection' ? 'is of the service by its old name' : null),
  ],
]

/** The images that AWS maintains: https://github.com/aws/aws-codebuild-docker-images/blob/master/README.md (2026-11). */
const maintained =
  /^aws\/codebuild\/(standard:[78]\.0|amazonlinux-x86_64-standard:[56]\.0|amazonlinux-aarch64-standard:[34]\.0)$/

/** The faults of a template's pipelines; a file that is no template has none. */
export function codePipelineFaults({ path, content }: Linted): readonly Fault[] {
  return Object.entries(resources(content)).flatMap(([name, resource]) => {
    const { Type, Properties } = fields(resource)
    return rules.flatMap(([rule, check]) => {
      const says = check(String(Type), fields(Properties))
      return says === null ? [] : [{ path, rule, says: `${name} ${says}` }]
    })
  })
}

function resources(content: string): Fields {
  try {
    return fields(fields(parse(content, { maxAliasCount: 0, logLevel: 'silent' })).Resources)
  } catch {
    return {}
  }
}

function image(type: string, { Environment }: Fields): string | null {
  const name = fields(Environment).Image
  if (type !== 'AWS::CodeBuild::Project' || (typeof name === 'string' && maintained.test(name))) return null
  return `runs in ${String(name)}, which AWS does not maintain`
}
