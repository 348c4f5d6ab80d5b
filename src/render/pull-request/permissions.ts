import type { Statement } from '../../model.ts'
import { trusts } from '../bootstrap/trust.ts'
import { workflowsWithRole } from '../bootstrap/workflows.ts'
import { cell, code, details, tame } from '../markdown.ts'
import type { Proposal } from '../pull-request.ts'
import type { Section } from './section.ts'
import { clip } from './words.ts'

/** Every permission of the deploy role, on what, and which runs may take it. */
export function permissions({ rendered, context }: Proposal): Section | null {
  const all = rendered.flatMap(({ rendering }) => rendering.permissions)
  if (all.length === 0) return null
  const trusted = trusts(context, workflowsWithRole(rendered.map(({ rendering }) => rendering)))
  const runs = trusted.ok
    ? trusted.ofStages.flatMap(({ stage, trust }) =>
        trust.subjects.map((subject) => `- ${code(clip(stage.name, 60))}: ${code(clip(subject, 300))}`),
      )
    : []
  const rows = [...new Set(all.map(({ why, statement }) => row(why, statement)))]
  const reasons = trusted.ok
    ? [...new Set(trusted.ofStages.flatMap(({ trust }) => [trust.because, ...trust.notes]))]
    : []
  const body = [
    'The role can be taken only by runs whose token has exactly one of these subjects:',
    '',
    ...runs,
    '',
    ...reasons.map((reason) => `${tame(clip(reason, 600))}\n`),
    '| for | may | on |',
    '| --- | --- | --- |',
    ...rows,
  ]
  return {
    full: details('Permissions that are granted in AWS', body.join('\n')),
    short: details('Permissions that are granted in AWS', 'They are in `infra/cicd/bootstrap.yaml`.'),
  }
}

function row(why: string, statement: Statement): string {
  const verb = statement.Effect === 'Deny' ? 'must not: ' : ''
  const actions = `${verb}${statement.Action.map(code).join(' ')}`
  const condition = statement.Condition === undefined ? '' : ' (with a condition)'
  return `| ${[tame(clip(why, 200)), actions, `${code(clip(resource(statement.Resource), 400))}${condition}`].map(cell).join(' | ')} |`
}

/** A resource as text: intrinsic functions are shown by what they hold. */
function resource(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(resource).join(', ')
  if (typeof value !== 'object' || value === null) return String(value)
  const [entry] = Object.entries(value)
  if (!entry) return ''
  const [name, inner] = entry
  if (name === 'Fn::Sub') return typeof inner === 'string' ? inner : resource(Array.isArray(inner) ? inner[0] : inner)
  if (name === 'Fn::GetAtt') return Array.isArray(inner) ? inner.join('.') : resource(inner)
  return name === 'Ref' ? resource(inner) : JSON.stringify(value)
}
