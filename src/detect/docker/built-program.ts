import { commandLine, segments, words } from '../commands/words.ts'
import type { DockerfileFacts } from './dockerfile.ts'
import type { Stage } from './instructions.ts'
import { execForm } from './list.ts'

/** What one stage takes from another: paths are absolute, as in the two images. */
interface Taken {
  readonly source: string
  readonly target: string
  /** The folder that the other stage was in. */
  readonly workdir: string | null
}

/**
 * A command of an image as it is run from the folder that the image is built from: a program that was compiled in an earlier
 * stage is where that stage put it, `/app/bin/shop` → `./_build/prod/rel/shop/bin/shop`. What is not copied stays as it is.
 */
export function atBuiltProgram(command: string, facts: DockerfileFacts): string {
  const taken = takenInto(facts)
  const parts = segments(command)
  const last = parts.at(-1)
  if (last === undefined || taken.length === 0 || /[|;$(]|\|\|/.test(command)) return command
  const list = words(last)
  const at = programAt(list)
  const found = sourceOf(list[at] ?? '', taken, facts.workdir ?? '/')
  if (found === null) return command
  const moved = commandLine(list.map((word, i) => (i === at ? found : word)))
  return [...parts.slice(0, -1), moved].join(' && ')
}

// The archive is the program of `java -jar app.jar`.
function programAt(list: readonly string[]): number {
  const jar = list.indexOf('-jar')
  return /(?:^|\/)java$/.test(list[0] ?? '') && jar > 0 ? jar + 1 : 0
}

function sourceOf(word: string, taken: readonly Taken[], workdir: string): string | null {
  const path = word.includes('/') || word.endsWith('.jar') ? absolute(word, workdir) : null
  // A file that is copied by its name tells more than a folder that may hold it.
  const ways = path === null ? [named(word)] : [file(path), inFolder(path)]
  for (const way of ways)
    for (const one of taken.toReversed()) {
      const whole = way(one)
      const from = `${one.workdir}/`
      if (whole !== null && one.workdir !== null && whole.startsWith(from)) return `./${whole.slice(from.length)}`
    }
  return null
}

type Way = (taken: Taken) => string | null

// A bare name is found on the path.
const named =
  (word: string): Way =>
  ({ source, target }) =>
    onPath.test(target) && source.endsWith(`/${word}`) ? source : null

const file =
  (path: string): Way =>
  ({ source, target }) => {
    const inside = target === '/' ? '' : target
    return path === target || path === `${inside}${source.slice(source.lastIndexOf('/'))}` ? source : null
  }

const inFolder =
  (path: string): Way =>
  ({ source, target }) =>
    target !== '/' && path.startsWith(`${target}/`) ? `${source}${path.slice(target.length)}` : null

const onPath = /^\/(?:usr\/(?:local\/)?)?s?bin(?:\/|$)/

function takenInto({ stages, stage }: DockerfileFacts): readonly Taken[] {
  const built = stage === null ? stages.at(-1) : stages.find(({ name }) => name === stage)
  let workdir = '/'
  return (built?.instructions ?? []).flatMap(({ keyword, value }): readonly Taken[] => {
    if (keyword === 'WORKDIR') workdir = absolute(plain(value) ?? '.', workdir)
    const from = keyword === 'COPY' ? /(?:^|\s)--from=(\S+)/.exec(value)?.[1] : undefined
    const other = stages.find(({ name }, i) => name === from || String(i) === from)
    if (from === undefined || !other) return []
    const paths = value.replace(/^(?:--\S+\s+)*/, '')
    const list = execForm(paths) ?? paths.trim().split(/\s+/)
    const target = absolute(list.at(-1) ?? '.', workdir)
    const there = workdirOf(other, stages)
    return list
      .slice(0, -1)
      .map((source) => ({ source: absolute(source, '/'), target, workdir: there && absolute(there, '/') }))
  })
}

const plain = (value: string | undefined) => value?.trim().replace(/^(["'])(.*)\1$/, '$2')

/** The folder that a stage ends in: its own, or that of the stage that it stands on. */
function workdirOf(stage: Stage, stages: readonly Stage[]): string | null {
  const own = plain(stage.instructions.findLast((one) => one.keyword === 'WORKDIR')?.value)
  const below = stages.find(({ name }) => name !== null && name === stage.base)
  if (own !== undefined || !below || below === stage) return own ?? null
  return workdirOf(below, stages)
}

function absolute(path: string, from: string): string {
  const parts: string[] = []
  for (const part of (path.startsWith('/') ? path : `${from}/${path}`).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}
