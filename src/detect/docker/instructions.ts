/** One instruction of a Dockerfile, continuation lines joined. `line` counts from 1 and is that of its first line. */
export interface Instruction {
  readonly keyword: string
  readonly value: string
  readonly line: number
}

/** A stage: `FROM base AS name` and what follows. Variables are filled in from the defaults of `ARG` and from `ENV`. */
export interface Stage {
  readonly name: string | null
  /** The image, or the name of an earlier stage; an image without a default for its variable keeps the `$`. */
  readonly base: string
  readonly platform: string | null
  readonly line: number
  readonly instructions: readonly Instruction[]
}

/** The stages of a Dockerfile in order; none where the text has no `FROM`. */
export function readStages(text: string): readonly Stage[] {
  const global = new Map<string, string>()
  const stages: (Omit<Stage, 'instructions'> & { instructions: Instruction[]; readonly known: Map<string, string> })[] =
    []
  for (const instruction of readInstructions(text)) {
    const stage = stages.at(-1)
    if (instruction.keyword === 'FROM') {
      const from = readFrom(fill(instruction.value, global))
      const above = stages.find(({ name }) => name !== null && name === from.base)
      stages.push({ ...from, line: instruction.line, instructions: [], known: new Map(above?.known) })
    } else if (!stage) define(instruction, global, new Map())
    else {
      define(instruction, stage.known, global)
      const shell =
        instruction.keyword === 'CMD' || instruction.keyword === 'ENTRYPOINT' || instruction.keyword === 'RUN'
      stage.instructions.push(shell ? instruction : { ...instruction, value: fill(instruction.value, stage.known) })
    }
  }
  return stages
}

function readFrom(value: string): {
  readonly name: string | null
  readonly base: string
  readonly platform: string | null
} {
  const [, platform = null, base = '', name = null] =
    /^(?:--platform=(\S+)\s+)?(\S+)(?:\s+as\s+(\S+))?/i.exec(value.trim()) ?? []
  return { base, platform, name }
}

// `ARG name` without a default takes the value of the same name above the first FROM.
function define({ keyword, value }: Instruction, into: Map<string, string>, global: ReadonlyMap<string, string>): void {
  if (keyword === 'ARG') {
    const [, name = '', given] = /^(\w+)(?:=(.*))?$/s.exec(value.trim()) ?? []
    const known = given === undefined ? global.get(name) : fill(unquoted(given), into)
    if (name && known !== undefined) into.set(name, known)
  }
  if (keyword !== 'ENV') return
  const old = /^(\w+)\s+([^=\s].*)$/s.exec(value.trim())
  if (old?.[1]) into.set(old[1], fill(unquoted(old[2] ?? ''), into))
  else
    for (const [, name = '', given = ''] of value.matchAll(/(\w+)=("[^"]*"|'[^']*'|\S*)/g))
      into.set(name, fill(unquoted(given), into))
}

function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/s, '$2')
}

/** Fills `$NAME`, `${NAME}` and `${NAME:-default}`; an unknown name without a default stays. */
function fill(text: string, known: ReadonlyMap<string, string>): string {
  return text.replace(/\$(?:(\w+)|\{(\w+)(?::?[-+]([^}]*))?\})/g, (whole, bare, braced, fallback) => {
    const name: unknown = bare ?? braced
    return (typeof name === 'string' ? known.get(name) : undefined) ?? (typeof fallback === 'string' ? fallback : whole)
  })
}

function readInstructions(text: string): readonly Instruction[] {
  const found: Instruction[] = []
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; ) {
    const [joined, after] = joinLines(lines, at)
    const [, keyword = '', value = ''] = /^(?:ONBUILD\s+)?([A-Za-z]+)\s+(.*)$/s.exec(joined) ?? []
    if (keyword) found.push({ keyword: keyword.toUpperCase(), value, line: at + 1 })
    at = after + heredocLength(joined, lines, after)
  }
  return found
}

// One instruction from a line on, and the number of the line after it. Comments and blank lines between are no end.
function joinLines(lines: readonly string[], from: number): readonly [string, number] {
  let joined = (lines[from] ?? '').trim()
  let at = from + 1
  if (joined.startsWith('#')) return ['', at]
  for (; /[\\`]$/.test(joined) && at < lines.length; at++) {
    const next = (lines[at] ?? '').trim()
    if (next !== '' && !next.startsWith('#')) joined = `${joined.slice(0, -1).trimEnd()} ${next}`
  }
  return [joined, at]
}

// `RUN <<EOF`: the lines up to the mark belong to the instruction and are none of their own.
function heredocLength(instruction: string, lines: readonly string[], from: number): number {
  const mark = /^(?:RUN|COPY|ADD)\b.*<<-?["']?(\w+)["']?/i.exec(instruction)?.[1]
  if (mark === undefined) return 0
  const end = lines.findIndex((line, at) => at >= from && line.trim() === mark)
  return end < 0 ? lines.length - from : end - from + 1
}
