#!/usr/bin/env node
import { argv, stderr, stdout, versions } from 'node:process'
import type { ExitCode } from './cli/command.ts'
import { commands } from './cli/commands.ts'
import { failure } from './cli/failure.ts'
import { readLine } from './cli/read-line.ts'
import { ownTerminal } from './cli/terminal.ts'
import { isTooOld, wantedNode } from './cli/version.ts'

/** Arguments to exit code; the one place where errors are caught. */
async function main(): Promise<ExitCode> {
  if (isTooOld(versions.node)) {
    stderr.write(`slipway needs Node.js ${wantedNode}, and this is ${versions.node}.\n`)
    return 1
  }
  const asked = readLine(argv.slice(2), commands)
  if (asked.kind !== 'run') {
    const stream = asked.kind === 'told' ? stdout : stderr
    stream.write(asked.text)
    return asked.kind === 'told' ? 0 : 2
  }
  const { command, given, texts } = asked
  try {
    return await command.run(given, ownTerminal(texts), commands)
  } catch (error) {
    stderr.write(failure(error, texts))
    return 1
  }
}

// A reader that has seen enough (`| head`) is no failure, and ends nothing that is being done.
stdout.on('error', (error) => {
  if (!('code' in error && error.code === 'EPIPE')) throw error
})
process.exitCode = await main()
