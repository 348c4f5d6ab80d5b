import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { englishIn } from './english-in-source.ts'

const src = new URL('../../src/', import.meta.url).pathname

/** Where English may stand, and why it is no text of ours for people. */
const generated = 'comments and descriptions of generated files, which stay English'
const exceptions: readonly (readonly [RegExp, string])[] = [
  [/^text\//, 'the catalogues'],
  [/^render\/(?:lint|bootstrap|workflow|deploy-job|aws-policy|ci\/prepare|providers)/, generated],
  [
    /^targets\/.*(?:template|workflow|bootstrap|resources|script|delivery|steps-of-build|stack-role|parameters)\.ts$/,
    generated,
  ],
  [/^targets\/amplify\/(?:build-spec|headers|log-role|provision)\.ts$/, generated],
  [/^targets\/apprunner\/(?:commands|config)\.ts$/, generated],
  [/^targets\/ecr\/(?:dockerfile\/|image-script)/, generated],
  [
    /^targets\/(?:apprunner\/image|cdk\/diff-role|ecr|sam|sam\/for-provider|sam\/pipeline|sam\/feature\/(?:stage|steps|workflow|resources))\.ts$/,
    generated,
  ],
  [/^accounts\/(?:cloudformation|terraform)/, generated],
  [/^accounts\/(?:plan\/|deployments|config-entries)/, 'what a person puts into a command, in its place'],
  [/^aws\/(?:express-template|resources\/password)\.ts$/, generated],
  [/^decide\/provisions\/bootstrap\.ts$/, generated],
  [/^config\//, 'descriptions of the JSON Schema, which editors show'],
  [/^settings/, 'the log of a process that does not start'],
  [/^(?:app\/command-queue|queue\/try-database)\.ts$/, 'the log of a process that does not start'],
  [/^app\/(?:metrics|serve|webhook)\.ts$/, 'metrics, health and answers to GitHub, for operators'],
  [/^cli(?:\/failure)?\.ts$/, 'a bug, or a Node.js that is too old to load the texts'],
  [
    /^github\/(?:\w+-)*(?:fields|query|state-query|commit|permission|facts)\.ts$/,
    'queries, and reasons that go to the log',
  ],
  [/^local\/facts\.ts$/, 'a reason that goes to the log'],
  [/^(?:page\/style|render\/check\/map)\.ts$/, 'markup'],
]

/** Single texts that look like English. */
const allowed: ReadonlySet<string> = new Set([
  'a place it does not name',
  'AWS by server by SSH',
  'GitHub was not asked',
  'No updates are to be performed',
  'does not exist',
  'up to date',
])

const paths = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))

it('no English for people stands outside the catalogues', () => {
  const found = paths
    .filter((path) => !exceptions.some(([pattern]) => pattern.test(path)))
    .flatMap((path) =>
      englishIn(readFileSync(`${src}${path}`, 'utf8'), path)
        .filter(({ text }) => !allowed.has(text) && !isPattern(text))
        .map(({ line, text }) => `${path}:${line}: ${text}`),
    )
  expect(found).toEqual([])
})

// Regular expressions and queries are put together from strings, and commands of a shell have words of English.
const isPattern = (text: string) => /\.\.\. on |\\s|\(\?:|\[\^|^for \w+ in|; do|; then/.test(text)

it('every exception is still needed', () => {
  const unused = exceptions.filter(
    ([pattern]) =>
      !paths.some((path) => pattern.test(path) && englishIn(readFileSync(`${src}${path}`, 'utf8'), path).length > 0),
  )
  expect(unused.map(String)).toEqual([])
})

describe('it sees', () => {
  it.each([
    ["throw new UserError('Nothing was found in this folder.')", 1],
    ['const text = `The port of ${name} is not known.`', 1],
    ["throw new Error('this is a bug and is not for people')", 0],
    ["log.info({ id }, 'the command was done in time')", 0],
    ["const command = 'npm run build --if-present'", 0],
    ["import { a } from './of/the/same/place.ts'", 0],
  ])('%s', (code, count) => {
    expect(englishIn(code, 'x.ts')).toHaveLength(count)
  })
})
