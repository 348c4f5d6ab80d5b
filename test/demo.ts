import { startAppProcess } from './demo/app-process.ts'
import { chooseSource, type Source } from './demo/choose-source.ts'
import { printThread } from './demo/print-thread.ts'
import { printer } from './demo/printer.ts'
import { waitForReply } from './demo/wait-for-reply.ts'
import { writePage } from './demo/write-page.ts'
import { type Github, startGithub } from './github/start-github.ts'

/**
 * `npm run demo -- [path] [--html FILE]`: the whole loop without an account and without a network. Starts a stand-in for GitHub with the git
 * repository at `path` (default: a fixture) and the app in a process of its own, as in production; comments `/cicd setup` as a
 * person would; prints the thread, the pull request and its diff, and writes the page about it. The repository at `path` is read and never changed.
 * Exit code: 0 when the app answered, 1 when it did not, 2 for wrong usage.
 */
async function main(): Promise<number> {
  const source = await chooseSource(process.argv.slice(2))
  if ('wrong' in source) {
    process.stderr.write(`${source.wrong}\n`)
    return 2
  }
  const github = await startGithub()
  try {
    return await show(github, source)
  } finally {
    await github.stop()
  }
}

async function show(github: Github, source: Source): Promise<number> {
  const { content, from, html, name } = source
  const { note, print } = printer(process.stdout)
  const app = await startAppProcess(github)
  const repository = await github.repository(name, { ...content, roles: { alice: 'write' } })
  const alice = github.person('alice')
  const issue = await alice.opensIssue(repository, 'Set up CI/CD')
  note(`Stand-in GitHub ${github.url}, app ${app.url}, repository ${name} from ${from}`)
  note('Commenting /cicd setup; the app keeps the pace that GitHub asks of writers, so this takes some seconds ...')
  await alice.comments(repository, issue, '/cicd setup')
  const answered = await waitForReply(repository, issue)
  // The app ends what it has in hand before it stops.
  await app.stop()
  if (answered) await printThread(repository, issue, { print, site: `https://${github.env.GHE_HOST}` })
  if (answered && html !== null) {
    await writePage(html, source)
    note(`Page: ${html}`)
  }
  if (!answered) process.stderr.write(`The app did not answer within two minutes. It printed:\n${app.output()}\n`)
  return answered ? 0 : 1
}

process.exitCode = await main()
