import type { Progress } from '../../aws/advance.ts'
import type { Refusal, Resource, Standing } from '../../model.ts'
import { cell, code, tame } from '../../render/markdown.ts'
import { masked } from '../../render/masked.ts'
import type { Texts } from '../../text.ts'
import { byHand } from './by-hand.ts'
import { commandsFor } from './missing-values.ts'
import { prices } from './prices.ts'
import { type Surveyed, toMake } from './survey.ts'

type Words = Texts['connect']

/** What is to be made. `confirm`: how that is confirmed. */
export function planText(all: readonly Surveyed[], confirm: string, words: Words): string {
  const rows = all.flatMap((surveyed) =>
    surveyed.progress.map(({ resource, standing }) => row(surveyed, resource, would(standing, words), words)),
  )
  return [
    words.planLead,
    [words.planHead, ...rows].join('\n'),
    ...costs(all, words),
    ...notes(all, words),
    ...byHand(all, words),
    confirm,
  ].join('\n\n')
}

/** How everything stands. `retry`: something failed, or was refused. */
export function progressText(all: readonly Surveyed[], lead: string, command: string, words: Words): string {
  const rows = all.flatMap((surveyed) =>
    surveyed.progress.map(({ resource, standing }) => row(surveyed, resource, now(standing, words), words)),
  )
  const stuck = all.some(({ progress }) => progress.some(({ standing }) => standing.state === 'failed'))
  return [
    lead,
    ...(rows.length === 0 ? [] : [[words.planHead, ...rows].join('\n')]),
    ...notes(all, words),
    ...byHand(all, words),
    ...(stuck ? [words.retry(code(command))] : []),
  ].join('\n\n')
}

/** Why AWS did not do something, for people; nothing of an account's inner names. */
export function refusalText({ why, action, detail }: Refusal, words: Words): string {
  return words.refusal[why](code(action), masked(detail))
}

function row({ provision, account }: Surveyed, resource: Resource, says: string, words: Words): string {
  const where = account === null ? '' : ` (${account.region})`
  const name =
    resource.kind === 'amplify-branch' || resource.kind === 'amplify-release' ? resource.branch : resource.name
  const cells = [`${code(provision.destination.environment)}${where}`, words.kind[resource.kind], code(name), says]
  return `| ${cells.map(cell).join(' | ')} |`
}

function would(standing: Standing, words: Words): string {
  if (standing.state === 'absent' || standing.state === 'different' || standing.state === 'ready') {
    return words.would[standing.state]
  }
  return standing.state === 'failed' && standing.again ? words.would.failed : now(standing, words)
}

function now(standing: Standing, words: Words): string {
  const says =
    standing.state === 'ready' && standing.how === 'adopted' ? words.state.adopted : words.state[standing.state]
  const url = standing.state === 'ready' && standing.url !== null ? ` <${standing.url}>` : ''
  const page =
    standing.state === 'person' && standing.need === 'image' ? null : 'link' in standing ? standing.link : null
  const link = page === null ? '' : ` [${words.console}](${page})`
  return `${says}${url}${link}`
}

function costs(all: readonly Surveyed[], words: Words): readonly string[] {
  const lines = new Set(all.flatMap((one) => (toMake(one).length > 0 ? one.provision.costs : [])))
  const said = [...lines, ...prices(all, words)]
  return said.length === 0 ? [] : [`**${words.costs}**\n\n${said.map((line) => `- ${line}`).join('\n')}`]
}

/** What a reader must know besides the table: what they have to do, why something failed or was not asked. */
function notes(all: readonly Surveyed[], words: Words): readonly string[] {
  const lines = all.flatMap((surveyed) => [
    ...closed(surveyed, words),
    ...surveyed.progress.flatMap((progress) => note(progress, surveyed.account?.region ?? '', words)),
  ])
  return [...new Set(lines)]
}

function closed({ provision, closed: why }: Surveyed, words: Words): readonly string[] {
  if (why === null) return []
  if (typeof why !== 'string') return [refusalText(why, words)]
  return [words.closed[why](code(provision.destination.environment))]
}

function note({ resource, standing }: Progress, region: string, words: Words): readonly string[] {
  if (standing.state === 'person') return [needed(resource, standing, region, words)]
  if (standing.state === 'failed') return [words.cause(words.kind[resource.kind], masked(standing.detail))]
  if (standing.state === 'foreign') return [words.leftAlone[standing.what](tame(standing.detail))]
  return standing.state === 'unknown' ? [refusalText(standing.refusal, words)] : []
}

/** What a person has to do. */
function needed(
  resource: Resource,
  standing: Extract<Standing, { state: 'person' }>,
  region: string,
  words: Words,
): string {
  const { need, link } = standing
  if (need === 'parameters') {
    const fence = '```'
    return `${words.parameters(link)}\n\n${fence}sh\n${commandsFor(standing.missing, region).join('\n')}\n${fence}`
  }
  const repository = code(resource.kind === 'connection' ? resource.repository : repositoryOf(resource))
  if (need === 'handshake') return words.handshake(repository, link)
  if (need === 'bootstrap') return words.bootstrapFirst
  if (need === 'amplify-token') return words.amplifyToken(repository, link)
  const workflow = resource.kind === 'express-service' && resource.workflow !== null
  return (workflow ? words.firstImage : words.firstImageElsewhere)(link)
}

function repositoryOf(resource: Resource): string {
  return resource.kind === 'amplify-app' ? resource.repositoryUrl.replace('https://github.com/', '') : ''
}
