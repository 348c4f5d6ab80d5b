import { block, cell } from '../render/markdown.ts'
import type { Texts } from '../text.ts'
import { configEntries } from './config-entries.ts'
import { isLinked } from './deployments.ts'
import type { Account, Landscape } from './landscape.ts'
import { environmentsOf } from './pairs.ts'
import { picture } from './picture.ts'
import { links as pages } from './plan/links.ts'
import type { Ground, Phase, PlanStep } from './plan/phase.ts'
import type { Link } from './way.ts'

/** PLAN.md: where it leads, the steps in their order, and what goes into the configuration. In the language of the answer. */
export function planDocument(phases: readonly Phase[], ground: Ground): string {
  const { landscape, texts } = ground
  const { accountsPlan: say } = texts
  const parts = [
    `# ${say.title}`,
    say.intro,
    say.edit,
    `## ${say.wordsTitle}`,
    words(texts),
    `## ${say.targetTitle}`,
    accountsTable(landscape, texts),
    `### ${say.linksTitle}`,
    ...(landscape.links.length === 0
      ? [say.noLinks]
      : [say.linksRule, picture(landscape), linksTable(landscape, texts)]),
    ...ranges(landscape, texts),
    `## ${say.order}`,
    phases.map(({ title, impact }, index) => `${index + 1}. ${say.phaseLine(title, impact)}`).join('\n'),
    ...phases.flatMap((phase, index) => phaseParts(phase, index + 1, texts)),
    `## ${say.entriesTitle}`,
    say.entriesText,
    ...configEntries(landscape).flatMap(({ product, text }) => [
      ...(product === null ? [] : [say.entriesOf(product)]),
      block(text, 'yaml'),
    ]),
    `## ${say.sourcesTitle}`,
    Object.values(pages)
      .map((url) => `- <${url}>`)
      .join('\n'),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function words({ accountsPlan }: Texts): string {
  return accountsPlan.words.map(([word, says]) => `- **${word}**: ${says}`).join('\n')
}

/** What an account is for, in words. */
export function purposeOf({ role, products, environment }: Account, { accounts }: Texts): string {
  return role === 'workload' ? accounts.workload(products.join(', '), environment ?? '') : accounts.roles[role]
}

function accountsTable({ accounts }: Landscape, texts: Texts): string {
  const rows = accounts.map((one) => `| ${one.key} | ${one.ou} | ${cell(purposeOf(one, texts))} | \`${one.email}\` |`)
  return [texts.accountsPlan.accountsHead, '| --- | --- | --- | --- |', ...rows].join('\n')
}

/** `shop → auth`, or `shop ↔ auth`. */
export function arrowOf({ one, other, flows }: Pick<Link, 'one' | 'other' | 'flows'>): string {
  const froms = new Set(flows.map(({ from }) => from))
  if (froms.size === 2) return `${one} ↔ ${other}`
  return froms.has(one) ? `${one} → ${other}` : `${other} → ${one}`
}

function linksTable({ links }: Landscape, texts: Texts): string {
  const rows = links.map((link) => {
    const ports = [...new Set(link.flows.flatMap((flow) => flow.ports))].sort((a, b) => a - b).join(', ')
    const where = environmentsOf(link).join(', ')
    const way = texts.accounts.ways[link.way]
    return `| ${link.id} | ${arrowOf(link)} | ${ports} | ${where} | ${way} | ${cell(link.because(texts))} |`
  })
  return [texts.accountsPlan.linksHead, '| --- | --- | --- | --- | --- | --- |', ...rows].join('\n')
}

function ranges({ vpcs, network }: Landscape, { accountsPlan }: Texts): readonly string[] {
  const mine = vpcs.filter(({ key }) => isLinked(key, network))
  if (mine.length === 0) return []
  const rows = mine.map(
    ({ key, cidr, given }) => `| ${key} | ${cidr} | ${given ? accountsPlan.rangeGiven : accountsPlan.rangeChosen} |`,
  )
  return [`### ${accountsPlan.rangesTitle}`, [accountsPlan.rangesHead, '| --- | --- | --- |', ...rows].join('\n')]
}

function phaseParts({ title, impact, steps, check, rollback }: Phase, number: number, texts: Texts): readonly string[] {
  const { accountsPlan: say } = texts
  return [
    `## ${say.phase(number, title)}`,
    `**${say.impactLabel}** ${impact}`,
    `### ${say.stepsLabel}`,
    ...steps.map((step) => stepText(step, texts)),
    `### ${say.checkLabel}`,
    stepText(check, texts),
    `### ${say.rollbackLabel}`,
    stepText(rollback, texts, ''),
  ]
}

function stepText({ text, commands, link }: PlanStep, { accountsPlan }: Texts, mark = '- [ ] '): string {
  const source = link === null ? '' : accountsPlan.more(link)
  const [first = '', ...rest] = text.split('\n')
  const lines = [`${mark}${first}${source}`, ...rest]
  if (commands.length > 0) lines.push('', ...block(commands.join('\n\n'), 'sh').split('\n'))
  return lines.map((line, index) => (index === 0 || line === '' || mark === '' ? line : `  ${line}`)).join('\n')
}
