import { createServer } from 'node:net'
import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type AppProcess, startAppProcess } from '../../test/demo/app-process.ts'
import { startPostgres } from '../../test/queue/start-postgres.ts'
import { commandAll, type Run } from './command-all.ts'
import { heading, row } from './report.ts'
import { makeWorld, openIssues, type World } from './world.ts'

/**
 * `npm run bench:load`: time to reply, calls and memory of the app under load, next to a plain Probot app that does the same work,
 * on the same stand-in GitHub and machine, one after the other. All run as processes of their own with the pace that GitHub asks
 * for, so it takes about half an hour. Prints a table in Markdown.
 */
const { values } = parseArgs({
  options: {
    repositories: { type: 'string', default: '200' },
    organisations: { type: 'string', default: '20' },
    commands: { type: 'string', default: '1000' },
    /** Which apps, in this order: `slipway,postgres,plain`. `postgres`: two processes of Slipway that share a queue there. */
    app: { type: 'string', default: 'slipway,postgres,plain' },
    /** How long the plain app is waited for. */
    'plain-minutes': { type: 'string', default: '5' },
  },
})
const sizes = [values.repositories, values.organisations, values.commands].map(Number)
const [repositories = 0, organisations = 0, commands = 0] = sizes
const minute = 60_000

const apps = [
  {
    name: 'slipway',
    title: 'Slipway',
    start: async (github: World['github']) => alone(await startAppProcess(github)),
    patienceMs: 20 * minute,
    bursts: [repositories, commands],
  },
  {
    name: 'postgres',
    title: 'Slipway, two processes on PostgreSQL',
    start: startShared,
    patienceMs: 20 * minute,
    bursts: [repositories, commands],
  },
  {
    name: 'plain',
    title: 'plain Probot app',
    start: startPlain,
    patienceMs: Number(values['plain-minutes']) * minute,
    bursts: [repositories],
  },
]

async function main(): Promise<void> {
  process.stdout.write(`Load of the machine before: ${loadavg()[0]?.toFixed(1)} (1 minute)\n\n${heading}\n`)
  for (const { name, title, start, patienceMs, bursts } of apps) {
    if (!values.app.split(',').includes(name)) continue
    await lone(title, start)
    await storm(title, start, patienceMs, bursts)
  }
  process.stdout.write(`\nLoad of the machine after: ${loadavg()[0]?.toFixed(1)} (1 minute)\n`)
}

/** One process or several that do the same work. */
interface Started {
  readonly pids: readonly number[]
  stop(): Promise<void>
}
type Start = (github: World['github']) => Promise<Started>

/** Commands one after another, each on a repository of its own: nothing waits for anything else. */
async function lone(name: string, start: Start): Promise<void> {
  const count = 7
  const world = await makeWorld(count, count)
  const app = await start(world.github)
  const runs: Run[] = []
  for (const thread of await openIssues(world, count)) {
    runs.push(await commandAll(world, [thread], minute))
    await pause(500)
  }
  print(`${name}, one at a time`, sum(runs), app)
  await end(world, app)
}

/** Bursts of commands on the same repositories, each on issues of its own. */
async function storm(name: string, start: Start, patienceMs: number, bursts: readonly number[]): Promise<void> {
  for (const count of bursts) {
    const world = await makeWorld(repositories, organisations)
    const app = await start(world.github)
    const threads = await openIssues(world, count)
    const run = await commandAll(world, threads, patienceMs)
    print(`${name}, all at once`, run, app)
    await end(world, app)
  }
}

function print(name: string, run: Run, app: Started): void {
  process.stdout.write(`${row(name, run, app.pids)}\n`)
}

async function end({ github }: World, app: Started): Promise<void> {
  await app.stop()
  await github.stop()
}

function sum(runs: readonly Run[]): Run {
  return {
    replies: runs.flatMap((run) => run.replies),
    calls: runs.flatMap((run) => run.calls),
    installations: runs.flatMap((run) => run.installations),
    commands: runs.length,
    lost: runs.reduce((total, run) => total + run.lost, 0),
    doubled: runs.reduce((total, run) => total + run.doubled, 0),
  }
}

function alone(app: AppProcess): Started {
  return { pids: [app.pid], stop: () => app.stop('SIGKILL') }
}

/** Two processes on one PostgreSQL. Deliveries go to the second; the queue gives work to both. */
async function startShared(github: World['github']): Promise<Started> {
  const postgres = await startPostgres()
  const env = { DATABASE_URL: postgres.url }
  const processes = [await startAppProcess(github, env), await startAppProcess(github, env)]
  return {
    pids: processes.map(({ pid }) => pid),
    stop: async () => {
      await Promise.all(processes.map((one) => one.stop('SIGKILL')))
      await postgres.stop()
    },
  }
}

async function startPlain(github: World['github']): Promise<Started> {
  const main = fileURLToPath(new URL('plain-main.ts', import.meta.url))
  // Probot takes 0 for "not set".
  return alone(await startAppProcess(github, { PORT: String(await freePort()), LOG_LEVEL: 'info' }, main))
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

await main()
