import { examine } from '../app/own-setup/examine.ts'
import type { Finding } from '../app/own-setup/patient.ts'
import { judgeOwnSetup } from '../app/own-setup.ts'
import { UserError } from '../errors.ts'
import { useProxies } from '../settings/proxies.ts'
import { environment, readSettings, type Settings } from '../settings.ts'
import type { Texts } from '../text.ts'
import type { CliGiven, ExitCode } from './command.ts'
import { type Line, printLines } from './lines.ts'
import type { Terminal } from './terminal.ts'
import { wantedNode } from './version.ts'
import { padded, widthOf } from './width.ts'

const signs = { ok: ['green', '✓'], wrong: ['red', '✗'], unknown: ['yellow', '?'], off: ['dim', '–'] } as const

/** Looks at one's own set-up of the app: a line for each thing, with what to do where it is wrong. Exit code 0 whatever was found. */
export async function checkOwnSetup({ options }: CliGiven, terminal: Terminal): Promise<ExitCode> {
  const { progress, texts } = terminal
  const node = { version: process.versions.node, wanted: wantedNode }
  const onStep = (step: keyof Texts['ownSetup']['steps']) => progress.show(texts.ownSetup.steps[step])
  const findings = judgeOwnSetup(await examine({ node, settings: ownSettings(texts), onStep }), texts)
  terminal.say(options.json ? `${JSON.stringify({ checks: findings }, null, 2)}\n` : printed(findings, terminal))
  return 0
}

function ownSettings(texts: Texts): Settings | { readonly wrong: string } {
  try {
    const settings = readSettings(environment())
    useProxies()
    return settings
  } catch (error) {
    if (error instanceof UserError) return { wrong: error.in(texts) }
    throw error
  }
}

function printed(findings: readonly Finding[], { paint, columns, texts }: Terminal): string {
  const { ownSetup } = texts
  const names: Readonly<Record<string, string>> = ownSetup.names
  const width = Math.max(...Object.values(names).map(widthOf))
  const wrong = findings.filter(({ state }) => state === 'wrong').length
  const lines = findings.flatMap(({ id, state, says, mend }): readonly Line[] => [
    { parts: ['  ', signs[state], ` ${padded(names[id] ?? id, width)}  ${says}`], hang: width + 6 },
    ...(mend === null ? [] : [{ parts: [' '.repeat(width + 6), ['cyan', '→'] as const, ` ${mend}`], hang: width + 8 }]),
  ])
  const head: Line = { parts: [['bold', ownSetup.title]], hang: 0 }
  const last: Line = { parts: [wrong === 0 ? ownSetup.allOk : ownSetup.someWrong(wrong)], hang: 0 }
  return printLines([head, ...lines, { parts: [''], hang: 0 }, last], paint, columns)
}
