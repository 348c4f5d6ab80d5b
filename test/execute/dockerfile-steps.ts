import { DockerfileParser, type Instruction, ModifiableInstruction } from 'dockerfile-ast'

/** One instruction. `text`: what follows the keyword and its flags; `list`: the words of the exec form, null for the shell form. */
export interface Step {
  readonly keyword: string
  readonly text: string
  readonly flags: ReadonlyMap<string, string>
  readonly list: readonly string[] | null
}

export interface Stage {
  readonly image: string
  readonly name: string | null
  readonly steps: readonly Step[]
}

const known = new Set(['COPY', 'WORKDIR', 'ENV', 'ARG', 'RUN', 'CMD', 'USER', 'EXPOSE', 'HEALTHCHECK'])

/** The stages of a Dockerfile. Throws for an instruction that the harness does not carry out. */
export function dockerfileStages(text: string): readonly Stage[] {
  const stages: (Stage & { readonly steps: Step[] })[] = []
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const step = stepOf(instruction)
    const last = stages.at(-1)
    if (step.keyword === 'FROM') {
      const [image = '', , name = null] = step.text.split(/\s+/)
      stages.push({ image, name, steps: [] })
    } else if (!known.has(step.keyword) || !last) throw new Error(`${step.keyword} is not carried out by the harness`)
    else last.steps.push(step)
  }
  if (stages.length === 0) throw new Error('a Dockerfile without a stage')
  return stages
}

function stepOf(instruction: Instruction): Step {
  const flags = instruction instanceof ModifiableInstruction ? instruction.getFlags() : []
  const text = (instruction.getArgumentsContent() ?? '').trim()
  return {
    keyword: instruction.getKeyword(),
    text,
    flags: new Map(flags.map((flag) => [flag.getName(), flag.getValue() ?? ''])),
    list: execForm(text),
  }
}

/** The words of an exec form, read as Docker reads it: as JSON. */
function execForm(text: string): readonly string[] | null {
  if (!text.startsWith('[')) return null
  const list: readonly string[] = JSON.parse(text)
  return list
}

/** The pairs of an ENV or ARG instruction, `$NAME` filled in from `known`. */
export function assignments(text: string, known: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return text.split(/\s+(?=\w+=)/).map((pair) => {
    const at = pair.indexOf('=')
    const value = at < 0 ? '' : pair.slice(at + 1).replace(/^(["'])(.*)\1$/, '$2')
    const filled = value.replace(/\$\{?(\w+)\}?/g, (_, name: string) => known.get(name) ?? '')
    return [at < 0 ? pair : pair.slice(0, at), filled]
  })
}

/** The command of a HEALTHCHECK in exec form; null for `NONE`. */
export function healthCommand(text: string): readonly string[] | null {
  return execForm(text.replace(/^CMD\s+/, ''))
}
