import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { converse, line, type Reading } from './conversation.ts'
import { type Differ, openDiffer } from './differ.ts'

const run = promisify(execFile)

export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag'

export interface GitObject {
  readonly type: ObjectType
  readonly content: Buffer
}

/** One bare git repository that holds the objects of all repositories of the server, as GitHub does for a network of forks. */
export interface Objects extends Pick<Differ, 'diff'> {
  readonly directory: string
  /** Null when there is no such object. */
  read(sha: string): Promise<GitObject | null>
  /** Writes and gives the id: 40 hex digits. */
  write(type: 'blob' | 'tree' | 'commit', content: Buffer): Promise<string>
  /** Sets a ref of the bare repository (`refs/…`), or deletes it with null. Fails where git refuses the name. */
  setRef(ref: string, sha: string | null): Promise<void>
  /** Runs one git command in the bare repository and gives what it prints. */
  git(...args: string[]): Promise<string>
  end(): Promise<void>
}

/** Makes an empty bare repository in the folder for temporary files. `end` removes it. */
export async function openObjects(): Promise<Objects> {
  const directory = await mkdtemp(join(tmpdir(), 'github-'))
  await layOut(directory)
  const reader = converse(directory, ['cat-file', '--batch'])
  const refs = converse(directory, ['update-ref', '--stdin'])
  const writer = openWriter(directory)
  const differ = openDiffer(directory)
  return {
    directory,
    read: (sha) => (/^[0-9a-f]{40}$/.test(sha) ? reader.ask(`${sha}\n`, readObject) : Promise.resolve(null)),
    write: writer.write,
    diff: differ.diff,
    setRef: async (ref, sha) => {
      const order = sha === null ? `delete ${ref}` : `update ${ref} ${sha}`
      await refs.ask(`start\n${order}\ncommit\n`, bothLines)
    },
    git: async (...args) => (await run('git', args, { cwd: directory, maxBuffer: 1 << 28 })).stdout,
    end: async () => {
      await Promise.all([reader.end(), refs.end(), writer.end(), differ.end()])
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** What `git init --bare` makes, without the time it takes to start git. */
async function layOut(directory: string): Promise<void> {
  const folders = ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags', 'incoming']
  await Promise.all(folders.map((folder) => mkdir(join(directory, folder), { recursive: true })))
  await writeFile(join(directory, 'HEAD'), 'ref: refs/heads/main\n')
  const core = ['[core]', 'repositoryformatversion = 0', 'bare = true', 'logAllRefUpdates = false', 'fsync = none']
  await writeFile(join(directory, 'config'), `${core.join('\n')}\n[gc]\nauto = 0\n`)
}

function openWriter(directory: string) {
  const args = (type: string) => ['hash-object', '-w', '-t', type, '--no-filters', '--stdin-paths']
  const programs = {
    blob: converse(directory, args('blob')),
    tree: converse(directory, args('tree')),
    commit: converse(directory, args('commit')),
  }
  const known = new Set<string>()
  let count = 0
  const write: Objects['write'] = async (type, content) => {
    const sha = createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex')
    if (known.has(sha)) return sha
    const file = join(directory, 'incoming', String(count++))
    await writeFile(file, content)
    const written = await programs[type].ask(`${file}\n`, line)
    if (written !== sha) throw new Error(`git wrote ${written} where ${sha} was expected`)
    known.add(sha)
    await rm(file)
    return sha
  }
  const end = () => Promise.all(Object.values(programs).map((program) => program.end()))
  return { write, end }
}

function readObject(output: Buffer): Reading<GitObject | null> {
  const head = line(output)
  if (head === null) return null
  const [, type, size] = head.value.split(' ')
  if (type !== 'blob' && type !== 'tree' && type !== 'commit' && type !== 'tag') return { value: null, used: head.used }
  const end = head.used + Number(size)
  if (output.length < end + 1) return null
  return { value: { type, content: Buffer.from(output.subarray(head.used, end)) }, used: end + 1 }
}

function bothLines(output: Buffer): Reading<true> {
  const text = output.toString('utf8')
  const end = text.indexOf('commit: ok\n')
  return end < 0 ? null : { value: true, used: end + 'commit: ok\n'.length }
}
