import { readBranch } from '../github/branch.ts'
import { planHash } from '../github/commit.ts'
import type { Pull } from '../github/state.ts'
import type { Request } from '../model.ts'
import { code, tame } from '../render/markdown.ts'
import { setUpBranch } from '../render/pull-request.ts'
import { type Answer, deniedAnswer } from './answer.ts'
import { type Core, look, type Seen } from './look.ts'
import type { Session } from './session.ts'

/** Says where things stand: the pull request, the branch, and what a new run would do. Reads, and writes nothing. */
export async function status(session: Session, core: Core, request: Request): Promise<Answer> {
  const seen = await look(session, core, request)
  if (seen === null) return deniedAnswer('config')
  const [latest] = session.state.pulls
  const lines = [pullLine(latest), ...(await branchLines(session, seen)), nextLine(seen)]
  return { outcome: 'nothing', text: lines.map((line) => `- ${line}`).join('\n'), pull: latest?.number ?? null }
}

const words = { open: 'is open', closed: 'was closed without merging', merged: 'was merged' } as const

function pullLine(pull: Pull | undefined): string {
  return pull === undefined ? 'There is no pull request yet.' : `[#${pull.number}](${pull.url}) ${words[pull.state]}.`
}

async function branchLines({ state, place }: Session, { self, outcome }: Seen): Promise<string[]> {
  if (state.branch === null || state.head === null) return []
  const branch = await readBranch(place, state.head.commit, state.branch.commit, self)
  const others = branch.commits.filter(({ ours }) => !ours)
  const plan = branch.commits.findLast(({ ours }) => ours)?.plan
  const same = outcome.kind === 'proposal' && plan === planHash(outcome.files)
  return [
    `The branch ${code(setUpBranch)} has ${count(branch.commits.length, 'commit')}, ${others.length} of them by people, and lacks ${count(branch.behind, 'commit')} of the default branch.`,
    ...(outcome.kind === 'proposal'
      ? [same ? 'It holds what would be proposed now.' : 'It holds an earlier proposal.']
      : []),
  ]
}

function nextLine({ outcome }: Seen): string {
  if (outcome.kind === 'proposal') return `A new \`/cicd setup\` would propose ${count(outcome.files.length, 'file')}.`
  if (outcome.kind === 'ask') return `A new \`/cicd setup\` would ask: ${tame(outcome.question.text)}`
  return `A new \`/cicd setup\` would change nothing: ${tame(outcome.because)}`
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
