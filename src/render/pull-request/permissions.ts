import type { Statement } from '../../model.ts'
import type { Texts } from '../../text.ts'
import { trusts } from '../bootstrap/trust.ts'
import { workflowsWithRole } from '../bootstrap/workflows.ts'
import { cell, code, details, tame } from '../markdown.ts'
import type { Proposal } from '../pull-request.ts'
import type { Section } from './section.ts'
import { clip } from './words.ts'

/** Every permission of the deploy role, on what, and which runs may take it. */
export function permissions({ rendered, context }: Proposal, texts: Texts): Section | null {
  const all = rendered.flatMap(({ rendering }) => rendering.permissions)
  if (all.length === 0) return null
  const trusted = trusts(context, workflowsWithRole(rendered.map(({ rendering }) => rendering)), texts)
  const runs = trusted.ok
    ? trusted.ofStages.flatMap(({ stage, trust }) =>
        trust.subjects.map((subject) => `- ${code(clip(stage.name, 60))}: ${code(clip(subject, 300))}`),
      )
    : []
  const rows = [...new Set(all.map(({ why, statement }) => row(why, statement, texts)))]
  const reasons = trusted.ok
    ? [...new Set(trusted.ofStages.flatMap(({ trust }) => [trust.because, ...trust.notes]))]
    : []
  const body = [
    texts.pullRequest.subjects,
    '',
    ...runs,
    '',
    ...reasons.map((reason) => `${tame(clip(reason, 600))}\n`),
    texts.pullRequest.permissionsHead,
    '| --- | --- | --- |',
    ...rows,
  ]
  return {
    full: details(texts.pullRequest.permissions, body.join('\n')),
    short: details(texts.pullRequest.permissions, texts.pullRequest.permissionsShort),
  }
}

function row(why: string, statement: Statement, texts: Texts): string {
  const verb = statement.Effect === 'Deny' ? texts.pullRequest.mustNot : ''
  const actions = `${verb}${statement.Action.map(code).join(' ')}`
  const condition = statement.Condition === undefined ? '' : texts.pullRequest.conditional
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
