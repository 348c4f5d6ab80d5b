import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { otherAnswer } from '../../src/app/answer.ts'
import { plain } from '../../src/cli/paint.ts'
import { planJson } from '../../src/cli/plan-json.ts'
import { printOutcome } from '../../src/cli/print-outcome.ts'
import { targetIds } from '../../src/command/flags/target.ts'
import { UserError } from '../../src/errors.ts'
import type { Environment, Outcome, Tree } from '../../src/model.ts'
import { planPage } from '../../src/page.ts'
import { propose } from '../../src/propose.ts'
import { type Lang, textsIn } from '../../src/text.ts'
import { type ContextParts, sampleContext } from '../sample-app.ts'
import { treeOfFolder } from '../tree-of.ts'

const repos = new URL('../repos/', import.meta.url).pathname
const stage = (name: string, approval: boolean): Environment => ({
  name,
  account: null,
  region: 'ap-northeast-1',
  branch: null,
  approval,
})
const environments = [stage('staging', false), stage('production', true)]

type Asked = readonly [string, ContextParts]

/** What is asked of every repository: each target, each CI provider, environments, and to take it all away. */
const asked: readonly Asked[] = [
  ['as it is', {}],
  ...targetIds.map((target): Asked => [target, { request: { target }, aws: { appRunnerCustomer: true } }]),
  ...(['gitlab', 'bitbucket', 'jenkins', 'codepipeline'] as const).map(
    (ci): Asked => [ci, { request: { ci }, config: { environments } }],
  ),
  ['two environments', { config: { environments } }],
  ['to be removed', { request: { remove: true } }],
]

export const repositories = readdirSync(repos).sort()

/** The text of an outcome's every shape: plan, page, terminal, reply. Files apart from these, as they are never translated. */
export interface Deliverable {
  readonly of: string
  readonly files: readonly (readonly [string, string])[]
  readonly texts: () => readonly string[]
}

/** All that people read of one repository in a language. */
export function deliverablesOf(name: string, lang: Lang): readonly Deliverable[] {
  const tree = treeOfFolder(join(repos, name))
  return asked.map(([of, parts]) => ({ of: `${name}, ${of}`, ...shown(tree, parts, lang) }))
}

function shown(tree: Tree, parts: ContextParts, lang: Lang): Omit<Deliverable, 'of'> {
  const context = sampleContext({ ...parts, request: { ...parts.request, lang } })
  try {
    const outcome = propose(tree, context)
    return { files: filesOf(outcome), texts: () => textsOf(outcome, context, lang) }
  } catch (error) {
    if (error instanceof UserError) return { files: [], texts: () => [error.in(textsIn(lang))] }
    throw error
  }
}

const filesOf = (outcome: Outcome) =>
  outcome.kind === 'proposal' ? outcome.files.map(({ path, content }) => [path, content ?? ''] as const) : []

function textsOf(outcome: Outcome, { repository }: ReturnType<typeof sampleContext>, lang: Lang): readonly string[] {
  const texts = textsIn(lang)
  const { files: _, ...plan } = planJson(outcome)
  const look = { paint: plain, columns: null }
  return [
    ...stringsIn(plan),
    ...(outcome.kind === 'proposal' ? stringsIn(outcome.check) : [otherAnswer(outcome, texts).text]),
    // Contents of files are code on the page.
    planPage({ repository, outcome: withoutContents(outcome), before: new Map(), lang, texts: texts.page }),
    printOutcome(outcome, 'octo-org/shop', look, texts),
  ]
}

function withoutContents(outcome: Outcome): Outcome {
  if (outcome.kind !== 'proposal') return outcome
  const [first, ...rest] = outcome.files.map((file) => ({ ...file, content: '' }))
  return first ? { ...outcome, files: [first, ...rest] } : outcome
}

/** Every string that a value holds. */
export function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
