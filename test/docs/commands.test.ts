import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { readLine } from '../../src/cli/read-line.ts'
import { parseComment } from '../../src/command/parse.ts'
import { startWorld, type World } from '../app/start-app.ts'
import { type Aws, startAws } from '../aws/start-aws.ts'
import { scratch } from '../local/scratch.ts'
import { prove, type Stage } from './commands/prove.ts'
import { commentCommands, documents, lineCommands, shellCommands } from './commands/written.ts'

let world: World
let aws: Aws
const folder = mkdtempSync(join(tmpdir(), 'slipway-docs-'))

beforeAll(async () => {
  ;[world, aws] = await Promise.all([startWorld(), startAws()])
  for (const [name, value] of Object.entries({ ...aws.env, GHE_HOST: '127.0.0.1:59999' })) vi.stubEnv(name, value)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
  await Promise.all([world.stop(), aws.stop()])
})

/** A repository of an Express server, new for each command. */
function stage(): Stage {
  const repository = scratch()
  for (const name of ['package.json', 'package-lock.json', 'server.js']) {
    repository.write(name, readFileSync(`test/repos/express/${name}`, 'utf8'))
  }
  repository.commit()
  repository.git('remote', 'add', 'origin', 'git@github.com:acme/shop.git')
  return { repository: repository.directory, folder, app: world.app.url }
}

const at = ({ file, line }: { readonly file: string; readonly line: number }) => `${file}:${line}`

describe('what the documents tell people to type', () => {
  it.each(documents.flatMap((file) => shellCommands(file)).map((one) => ({ ...one, at: at(one) })))(
    '$at $text',
    ({ text }) => prove(text, stage()),
    120_000,
  )

  it('comments are commands that are understood', () => {
    const written = documents.flatMap((file) => commentCommands(file))
    expect(written.length).toBeGreaterThan(15)
    const wrong = written.filter(({ text }) => (parseComment(text)?.kind ?? 'mistake') === 'mistake')
    expect(wrong.map((one) => `${at(one)} ${one.text}`)).toEqual([])
  })

  it('lines for the terminal are understood', () => {
    const written = documents.flatMap((file) => lineCommands(file))
    expect(written.length).toBeGreaterThan(5)
    const wrong = written.filter(({ text }) => readLine(text.split(' ').slice(1), commands).kind === 'wrong')
    expect(wrong.map((one) => `${at(one)} ${one.text}`)).toEqual([])
  })
})

describe('a wrong command is found', () => {
  it.each([
    'npm run nothing',
    'npm run -s slipway -- pln path/to/repository',
    'npm run -s slipway -- plan path/to/nothing',
    'curl -i localhost:3000/helthz',
    'node bench/nothing.ts "$CHECKOUTS"',
    'npx vitest run test/nothing',
    'brew install slipway',
  ])('%s', (command) => expect(prove(command, stage())).rejects.toThrow())

  it('in a block with comments, several commands in a line, and lines that go on', () => {
    const text =
      '# Title\n```sh\nnpm ci && npm start   # comment\nfor a in 1; do\n  echo "x"\ndone\n```\n```\n/cicd setpu\n```\n'
    expect(shellCommands('x.md', text).map(({ line, text }) => [line, text])).toEqual([
      [3, 'npm ci'],
      [3, 'npm start'],
      [4, 'for a in 1; do\n  echo "x"\ndone'],
    ])
    expect(commentCommands('x.md', text)).toEqual([{ file: 'x.md', line: 9, text: '/cicd setpu' }])
  })
})
