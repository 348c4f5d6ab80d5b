import { deliveredApps } from '../decide/delivered-apps.ts'
import { readBranch } from '../github/branch.ts'
import { planHash } from '../github/commit.ts'
import type { Pull } from '../github/state.ts'
import type { Request } from '../model.ts'
import { stages } from '../render/environments.ts'
import { code, tame } from '../render/markdown.ts'
import { setUpBranch } from '../render/pull-request.ts'
import { type Texts, textsOf } from '../text.ts'
import { type Answer, deniedAnswer } from './answer.ts'
import { readDeployments } from './deployments/read.ts'
import { deploymentsText } from './deployments/report.ts'
import { watched } from './deployments/watched.ts'
import { type Core, look, type Seen } from './look.ts'
import type { Session } from './session.ts'

/** Says where things stand: what is delivered, the pull request, the branch, and what a new run would do. Reads, and writes nothing. */
export async function status(session: Session, core: Core, request: Request): Promise<Answer> {
  const seen = await look(session, core, request)
  if (seen === null) return deniedAnswer('config', session.texts)
  const texts = textsOf(seen.context)
  const [latest] = session.state.pulls
  const lines = [pullLine(latest, texts), ...(await branchLines(session, seen, texts)), nextLine(seen, texts)]
  const table = await deployments(session, seen, texts)
  const text = [...(table === '' ? [] : [table]), lines.map((line) => `- ${line}`).join('\n')].join('\n\n')
  return { outcome: 'nothing', text, pull: latest?.number ?? null }
}

/** What is delivered, as a table; empty where nothing is. */
async function deployments(session: Session, { tree, context, configuration }: Seen, texts: Texts): Promise<string> {
  const apps = tree === null ? [] : deliveredApps(tree, context)
  const { environment } = context.request
  if (environment !== null && !stages(context).some(({ name }) => name === environment)) {
    return texts.connect.noEnvironment(code(environment))
  }
  if (apps.length === 0) return ''
  const { repository } = context
  const github = await watched(session)
  const all = await readDeployments(apps, {
    door: session.aws,
    whose: { repository, roles: configuration.roles },
    asking: { verb: 'status', number: session.job.comment.id, write: false },
    github,
  })
  const page = `https://${repository.host}/${repository.owner ?? ''}/${repository.name}`
  return deploymentsText(all, { repository: page, texts, githubSilent: github === null })
}

function pullLine(pull: Pull | undefined, texts: Texts): string {
  return pull === undefined ? texts.reply.noPull : texts.reply.pullState(`[#${pull.number}](${pull.url})`, pull.state)
}

async function branchLines({ state, place }: Session, { self, outcome }: Seen, texts: Texts): Promise<string[]> {
  if (state.branch === null || state.head === null) return []
  const branch = await readBranch(place, state.head.commit, state.branch.commit, self)
  // After a merge there is nothing left to tell.
  if (branch.commits.length === 0) return []
  const others = branch.commits.filter(({ ours }) => !ours)
  const plan = branch.commits.findLast(({ ours }) => ours)?.plan
  const same = outcome.kind === 'proposal' && plan === planHash(outcome.files)
  return [
    texts.reply.branchState(code(setUpBranch), branch.commits.length, others.length, branch.behind),
    ...(outcome.kind === 'proposal' ? [same ? texts.reply.holdsNow : texts.reply.holdsEarlier] : []),
  ]
}

function nextLine({ outcome }: Seen, texts: Texts): string {
  if (outcome.kind === 'proposal') return texts.reply.wouldPropose(outcome.files.length)
  if (outcome.kind === 'ask') return texts.reply.wouldAsk(tame(outcome.question.text))
  return texts.reply.wouldNothing(tame(outcome.because))
}
