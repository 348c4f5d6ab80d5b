import { stackOf } from './program.ts'
import { segments } from './words.ts'

const rule = /^([\w.-]+)[ \t]*:(?!=)([^\n=]*)\n((?:[ \t]*#[^\n]*\n|\t[^\n]*(?:\n|$)|[ \t]*\n)*)/gm

/** What a target of a Makefile runs, as one line; null where there is none, or where variables stand in it. */
export function recipeOf(
  makefile: string,
  target: string,
): { readonly before: string; readonly command: string } | null {
  for (const [, name, before = '', body = ''] of makefile
    .replace(/\r/g, '')
    .replace(/\s*\\\n\s*/g, ' ')
    .matchAll(rule)) {
    if (name !== target) continue
    const lines = body
      .split('\n')
      .map((line) => line.trim().replace(/^[@-]+/, ''))
      .filter((line) => line !== '' && !/^#|^echo\b/.test(line))
    const command = lines.join(' && ')
    return command === '' || /\$[({@<^]/.test(command) ? null : { before: before.trim(), command }
  }
  return null
}

/** The targets of a Makefile whose recipe matches, in order. */
export function targetsWith(
  makefile: string,
  sought: RegExp,
): readonly { readonly name: string; readonly before: string }[] {
  return [...makefile.replace(/\r/g, '').matchAll(rule)].flatMap(([, name = '', before = '', body = '']) =>
    sought.test(body) && !name.startsWith('.') ? [{ name, before: before.trim() }] : [],
  )
}

const byDefault = /^\s*(?:export\s+)?(\w+)=["']?\$\{\1:?-([^}"']*)\}["']?\s*$/gm

/** A command with the defaults that its script gives its variables; null where it needs others that the script sets. */
function filled(command: string | undefined, script: string): string | null | undefined {
  const defaults = new Map([...script.matchAll(byDefault)].map(([, name = '', value = '']) => [name, value]))
  const whole = command?.replace(/\$\{(\w+)\}|\$(\w+)/g, (match, braced, bare) => {
    const name = String(braced ?? bare)
    const value = defaults.get(name)
    return value === undefined ? match : name === 'PORT' ? `\${PORT:-${value}}` : value
  })
  const left = [...(whole ?? '').matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => name)
  return left.some((name) => name !== 'PORT' && new RegExp(`^\\s*(?:export\\s+)?${name}=`, 'm').test(script))
    ? null
    : whole
}

const passive = /^(?:#|:\s|set\b|echo\b|export\b|cd "?\$|trap\b|umask\b|source\b|\. )/

/**
 * The server that a shell script ends with: its commands in a row where it is a plain list of them, else the last one alone.
 * Null where that is no program that can be told, where it takes arguments from outside, or works in the background.
 */
export function scriptCommand(script: string): string | null {
  const lines = script
    .replace(/\r/g, '')
    .replace(/\s*\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !passive.test(line))
  const last = filled(lines.at(-1)?.replace(/^exec\s+/, ''), script)
  if (last === undefined || last === null || /\$[@*]|&$|[`|]/.test(last) || lines.some((line) => /[^&]&$/.test(line)))
    return null
  if (stackOf(last) === null || /^(?:fi|done|esac|\}|else)\b/.test(last)) return null
  const steps = lines.slice(0, -1).filter((line) => !/^(?:export\s+)?\w+=/.test(line))
  // Steps that fill a store or build something are none of each start.
  const wanted = steps.filter((line) => migrates.test(line))
  return steps.every((line) => isStep(line)) ? [...wanted, last].join(' && ') : last
}

const migrates = /\b(?:migrate|db:prepare|upgrade head|db upgrade)\b/

// A step that any shell runs as it stands: no branches, loops, functions, variables of the script, or waiting.
function isStep(line: string): boolean {
  return segments(line).every(
    (part) =>
      !/^(?:if|then|else|elif|fi|for|while|until|do|done|case|function|sleep|wait|nc|exit|\w+\(\)|[{}])(?:\s|;|$)|^\w+=|[$`|<>]/.test(
        part,
      ),
  )
}
