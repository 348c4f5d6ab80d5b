import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { commands } from '../../../src/cli/commands.ts'
import { bash } from '../../../src/cli/completion/bash.ts'
import { fish } from '../../../src/cli/completion/fish.ts'
import { zsh } from '../../../src/cli/completion/zsh.ts'
import { textsIn } from '../../../src/text.ts'

const folder = mkdtempSync(join(tmpdir(), 'slipway completion '))
afterAll(() => rmSync(folder, { recursive: true }))
mkdirSync(join(folder, 'shop'))
mkdirSync(join(folder, 'sho p2'))
writeFileSync(join(folder, 'page.html'), '')

const texts = textsIn('en')
const scripts = { bash: bash(commands), zsh: zsh(commands, texts), fish: fish(commands, texts) }
for (const [shell, script] of Object.entries(scripts)) writeFileSync(join(folder, shell), script)

const runs = (program: string, ...args: readonly string[]) =>
  execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

/** What each shell offers for a line that is being typed, as it shows it. */
const ask = {
  bash: (line: string) =>
    // bash takes `=` for a word of its own.
    runs('bash', join(import.meta.dirname, 'ask-bash.sh'), join(folder, 'bash'), ...line.split(/(?<==)|(?==)| /u)),
  zsh: (line: string) =>
    stripVTControlCharacters(runs('zsh', '-f', join(import.meta.dirname, 'ask-zsh.zsh'), join(folder, 'zsh'), line)),
  fish: (line: string) =>
    runs(
      'fish',
      '--no-config',
      '-c',
      `source ${JSON.stringify(join(folder, 'fish'))}; complete -C ${JSON.stringify(line)}`,
    ),
}

function isHere(shell: string): boolean {
  try {
    runs(shell, '--version')
    return true
  } catch {
    return false
  }
}

// bash is everywhere; the other two are asked where they are installed.
const shells = (['bash', 'zsh', 'fish'] as const).filter((shell) => shell === 'bash' || isHere(shell))

describe.each(shells)('completion in %s', (shell) => {
  const offered = ask[shell]

  it('offers every command', () => {
    const all = offered('slipway ')
    for (const { verb } of commands) expect(all).toMatch(new RegExp(`^\\W*${verb}\\b`, 'mu'))
    expect(offered('slipway pla')).toContain('plan')
    expect(offered('slipway pla')).not.toContain('aws-policy')
  })

  it('offers the flags of the command, and no others', () => {
    const all = offered('slipway plan --')
    for (const { name } of commands.find(({ verb }) => verb === 'plan')?.flags ?? []) expect(all).toContain(name)
    const others = offered('slipway aws-policy --')
    expect(others).toContain('--read')
    expect(others).not.toContain('--target')
  })

  it('offers the values of a flag, folders and files where they are meant', () => {
    expect(offered('slipway plan --target=app')).toContain('apprunner')
    expect(offered('slipway plan --target lam')).toContain('lambda-web')
    expect(offered('slipway completion z')).toContain('zsh')
    expect(offered('slipway plan --html pag')).toContain('page.html')
    expect(offered('slipway plan sho')).toContain('shop')
    expect(offered('slipway plan pag')).not.toContain('page.html')
  })
})

it('every command and flag is in each script, with its text where the shell shows one', () => {
  for (const { verb, flags, summary } of commands) {
    for (const script of Object.values(scripts)) expect(script).toContain(verb)
    for (const script of [scripts.zsh, scripts.fish]) expect(script).toContain(summary(texts))
    for (const { name } of flags) {
      expect(scripts.bash).toContain(name)
      expect(scripts.zsh).toContain(name)
      expect(scripts.fish).toContain(`'__fish_seen_subcommand_from ${verb}' -l ${name.slice(2)}`)
    }
  }
})
