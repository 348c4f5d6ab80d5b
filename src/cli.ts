#!/usr/bin/env node
import { argv, exit, stderr, stdout } from 'node:process'
import { readArguments } from './cli/arguments.ts'
import { paintFor } from './cli/paint.ts'
import { failure, run } from './cli/run.ts'

const asked = readArguments(argv.slice(2))
if (asked.kind === 'wrong') {
  stderr.write(`${asked.text}\n`)
  exit(2)
}
if (asked.kind === 'help') stdout.write(`${asked.text}\n`)
else await run(asked, paintFor(stdout)).then((text) => stdout.write(text), fail)

function fail(error: unknown): void {
  stderr.write(failure(error))
  process.exitCode = 1
}
