import type { Context, Rendering, Statement } from '../../model.ts'
import type { Texts } from '../../text.ts'
import { providerSignIn } from '../bootstrap/sign-in.ts'
import { trusts } from '../bootstrap/trust.ts'
import { workflowsWithRole } from '../bootstrap/workflows.ts'
import { cell, code, details, tame } from '../markdown.ts'
import type { Proposal } from '../pull-request.ts'
import type { Section } from './section.ts'
import { clip } from './words.ts'

/** Every permission of the deploy role, on what, and which runs may take it. */
export function permissions({ rendered, context }: Proposal, texts: Texts): Section | null {
  const renderings = rendered.map(({ rendering }) => rendering)
  const all = renderings.flatMap((rendering) => rendering.permissions)
  if (all.length === 0) return null
  const rows = [...new Set(all.map(({ why, statement }) => row(why, statement, texts)))]
  const head = [texts.pullRequest.permissionsHead, '| --- | --- | --- |']
  const body = [...whoMay(renderings, context, texts), ...head, ...rows]
  return {
    full: details(texts.pullRequest.permissions, body.join('\n')),
    short: details(texts.pullRequest.permissions, texts.pullRequest.permissionsShort),
  }
}

/** Who may take the role: the subjects of GitHub's tokens, or what another provider has for it. */
function whoMay(renderings: readonly Rendering[], context: Context, texts: Texts): readonly string[] {
  const deliveries = renderings.flatMap((rendering) => rendering.deliveries ?? [])
  const other = providerSignIn(deliveries, context, 'deploy', texts)
  if (other) return other.why.map((reason) => `${tame(clip(reason, 600))}\n`)
  const trusted = trusts(context, workflowsWithRole(renderings), texts)
  const ofStages = trusted.ok ? trusted.ofStages : []
  const runs = ofStages.flatMap(({ stage, trust }) =>
    trust.subjects.map((subject) => `- ${code(clip(stage.name, 60))}: ${code(clip(subject, 300))}`),
  )
  const reasons = [...new Set(ofStages.flatMap(({ trust }) => [trust.because, ...trust.notes]))]
  return [texts.pullRequest.subjects, '', ...runs, '', ...reasons.map((reason) => `${tame(clip(reason, 600))}\n`)]
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
