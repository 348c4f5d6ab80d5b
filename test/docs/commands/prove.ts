import { execFile, execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { runLine } from '../../cli/run-line.ts'

/** What stands for the things that a command names. */
export interface Stage {
  /** A git repository, for `path/to/repository`. */
  readonly repository: string
  /** A folder for files that commands write. */
  readonly folder: string
  /** The running app, for `localhost:3000`. */
  readonly app: string
}

type Proof = (command: string, stage: Stage) => unknown

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))

/** How each command of the documents is proven; the first that matches counts. */
const proofs: readonly (readonly [RegExp, Proof])[] = [
  [/^npm ci$/u, () => expect(existsSync('package-lock.json')).toBe(true)],
  [/^(?:npm run -s slipway --|slipway) /u, slipway],
  [/^npm run demo /u, run],
  [/^(?:\w+=\S+ )?npm (?:run )?(?<script>[\w:]+)/u, script],
  [/^npx vitest run (?<file>\S+)$/u, namesFiles],
  [/^curl /u, asksTheApp],
  [/^echo /u, run],
  // What takes a container engine, AWS or other people's repositories: the files and folders that it names are there.
  [/^(?:\w+=\S+ )?(?:aws|docker|node|cd|for|psql) /u, namesFiles],
]

/** Runs or checks a command. Throws where it is wrong, or where nothing here can tell. */
export async function prove(command: string, stage: Stage): Promise<void> {
  const [, proof] = proofs.find(([pattern]) => pattern.test(command)) ?? []
  if (proof === undefined) throw new Error(`nothing proves \`${command}\``)
  await proof(command, stage)
}

/** The command line, in this process; each with its words as a shell would give them. */
async function slipway(command: string, stage: Stage): Promise<void> {
  // The form of an installed package is run in the repository itself.
  const there = /^slipway (?:plan|setup|explain|connect|status)\b/u.test(command) ? ` ${stage.repository}` : ''
  const words = staged(command.replace(/^(?:npm run -s slipway --|slipway) /u, '') + there, stage).split(' ')
  if (words[0] === 'connect' || words[0] === 'status') await setUp(stage)
  // Whether anything is made in AWS is tried elsewhere; here only that the words are right.
  const answer = await runLine(words.includes('--yes') ? [...words, '--help'] : words)
  expect(answer).toMatchObject({ code: 0, err: '' })
}

function script(command: string): void {
  const [, name = ''] = /npm (?:run )?([\w:]+)/u.exec(command) ?? []
  expect(Object.keys(scripts)).toContain(name)
}

/** Sets the repository up, and merges that. */
async function setUp({ repository }: Stage): Promise<void> {
  await runLine(['setup', repository, '--target=apprunner'])
  execFileSync('git', ['-C', repository, 'merge', '--quiet', '--ff-only', 'cicd/setup'])
}

/** By a shell, with the tools of this project first. */
async function run(command: string, stage: Stage): Promise<void> {
  const PATH = `${join(process.cwd(), 'node_modules/.bin')}:${process.env.PATH}`
  // What writes a file does so in a folder of its own; what npm runs needs its package.
  const cwd = command.startsWith('npm ') ? process.cwd() : stage.folder
  await new Promise<void>((resolve, reject) => {
    execFile('bash', ['-c', staged(command, stage)], { cwd, env: { ...process.env, PATH } }, (error, out, err) =>
      error === null ? resolve() : reject(new Error(`${command}\n${out}${err}`)),
    )
  })
}

async function asksTheApp(command: string, { app }: Stage): Promise<void> {
  const [, path = ''] = /localhost:3000(\S*)/u.exec(command) ?? []
  expect((await fetch(`${app}${path}`)).status).toBe(200)
}

/** What the labels of the benchmark come with, which are no part of this project. */
const foreign: ReadonlySet<string> = new Set(['score.py'])

function namesFiles(command: string): void {
  const [, folder = '.'] = /^cd (\S+)/u.exec(command) ?? []
  const names = [...command.matchAll(/(?<![\w$"/.-])(?:[\w-]+\/)*[\w-]+\.(?:ts|py|yaml)\b|\btest\/\w+/gu)]
  for (const [name] of names) {
    expect([name, foreign.has(name) || existsSync(join(folder, name))]).toEqual([name, true])
  }
  expect([folder, existsSync(folder)]).toEqual([folder, true])
}

function staged(command: string, { repository, folder }: Stage): string {
  return command
    .replace(/path\/to\/(?:repository|folder)|~\/code|\.\.\/\w+/gu, repository)
    .replace(/\w+\.html/u, (name) => join(folder, name))
}
