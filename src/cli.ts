#!/usr/bin/env node
import { argv, exit, stderr, stdout } from 'node:process'
import { type Asked, readArguments } from './cli/arguments.ts'
import { paintFor } from './cli/paint.ts'
import { failure, run } from './cli/run.ts'
import { langAsked } from './command/parse.ts'
import { textsIn } from './text.ts'

const asked = readArguments(argv.slice(2))
if (asked.kind === 'wrong') {
  stderr.write(`${asked.text}\n`)
  exit(2)
}
await answer(asked).then((text) => stdout.write(text), fail)

async function answer(asked: Exclude<Asked, { kind: 'wrong' }>): Promise<string> {
  if (asked.kind === 'help') return `${asked.text}\n`
  if (asked.kind === 'run') return run(asked, paintFor(stdout))
  if (asked.kind === 'policy') return (await import('./render/aws-policy.ts')).policyTemplate(asked.access)
  const { connectHere } = await import('./cli/connect.ts')
  process.exitCode = await connectHere(asked, (text) => stdout.write(text))
  return ''
}

function fail(error: unknown): void {
  stderr.write(failure(error, textsIn(langAsked(argv.slice(2).join(' ')) ?? 'en')))
  process.exitCode = 1
}
