import { spawn } from 'node:child_process'

/** One answer read from the front of the output: its value and how many bytes it took; null: not all there yet. */
export type Reading<T> = { readonly value: T; readonly used: number } | null

/** A program that stays up and answers requests in the order they were asked. */
export interface Conversation {
  ask<T>(input: string, read: (output: Buffer) => Reading<T>): Promise<T>
  end(): Promise<void>
}

interface Waiting {
  readonly take: (output: Buffer) => number | null
  readonly fail: (error: Error) => void
}

interface Running {
  readonly write: (input: string) => void
  readonly end: () => Promise<void>
  readonly waiting: Waiting[]
}

/** Talks with `git ARGS`, which is started with the first request and again after it died; a death fails the requests under way. */
export function converse(directory: string, args: readonly string[]): Conversation {
  let running: Running | null = null
  return {
    ask: (input, read) =>
      new Promise((resolve, reject) => {
        running ??= start(directory, args, () => {
          running = null
        })
        const take = (output: Buffer) => {
          const reading = read(output)
          if (reading !== null) resolve(reading.value)
          return reading === null ? null : reading.used
        }
        running.waiting.push({ take, fail: reject })
        running.write(input)
      }),
    end: async () => running?.end(),
  }
}

function start(directory: string, args: readonly string[], ended: () => void): Running {
  const child = spawn('git', args, { cwd: directory, stdio: ['pipe', 'pipe', 'pipe'] })
  const waiting: Waiting[] = []
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  child.stdin.on('error', () => {})
  feed(child.stdout, waiting)
  const closed = new Promise<void>((resolve) => {
    child.on('close', () => {
      ended()
      for (const one of waiting.splice(0)) one.fail(new Error(`git ${args[0]} ended: ${complaint.trim()}`))
      resolve()
    })
  })
  const end = () => {
    child.stdin.end()
    return closed
  }
  return { write: (input) => child.stdin.write(input), end, waiting }
}

/** Hands what the program prints to the request that waits longest, as often as it suffices. */
function feed(output: NodeJS.ReadableStream, waiting: Waiting[]): void {
  let pending: Buffer = Buffer.alloc(0)
  output.on('data', (chunk: Buffer) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    for (let first = waiting[0]; first !== undefined; first = waiting[0]) {
      const used = first.take(pending)
      if (used === null) return
      pending = pending.subarray(used)
      waiting.shift()
    }
  })
}

/** Reads one line without its end. */
export function line(output: Buffer): Reading<string> {
  const end = output.indexOf(10)
  return end < 0 ? null : { value: output.toString('utf8', 0, end), used: end + 1 }
}
