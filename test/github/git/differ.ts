import { randomUUID } from 'node:crypto'
import { converse, type Reading } from './conversation.ts'

/** Two trees compared: `git diff-tree --raw -z`, and the patch. Renames are found. */
export interface Difference {
  readonly raw: string
  readonly patch: string
}

export interface Differ {
  /** Takes the ids of two trees. */
  diff(from: string, to: string): Promise<Difference>
  end(): Promise<unknown>
}

/**
 * Compares without starting git each time. `git diff-tree --stdin` does not say where an answer ends, but echoes a line that is
 * no object id: such a line is sent after each question.
 */
export function openDiffer(directory: string): Differ {
  const mark = `${randomUUID()}\n`
  const common = ['diff-tree', '--stdin', '-r', '-M', '--no-abbrev', '--no-color']
  const raw = converse(directory, [...common, '--raw', '-z'])
  const patch = converse(directory, [...common, '-p'])
  return {
    diff: async (from, to) => {
      const question = `${from} ${to}\n${mark}`
      const read = (output: Buffer) => upTo(output, mark)
      const [first, second] = await Promise.all([raw.ask(question, read), patch.ask(question, read)])
      // Each answer starts with the two ids again.
      const head = `${from} ${to} `.length
      return { raw: first.slice(head), patch: second.slice(head) }
    },
    end: () => Promise.all([raw.end(), patch.end()]),
  }
}

function upTo(output: Buffer, mark: string): Reading<string> {
  const end = output.indexOf(mark)
  return end < 0 ? null : { value: output.toString('utf8', 0, end), used: end + mark.length }
}
