import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'

const name = '.env'

/** The text of `.env` in the working directory; empty where there is none. */
export async function readEnvFile(): Promise<string> {
  return readFile(name, 'utf8').catch(() => '')
}

/** Writes `.env` in the working directory, at once or not at all, for its owner alone: it holds secrets. */
export async function writeEnvFile(text: string): Promise<void> {
  const draft = `${name}.${process.pid}`
  await writeFile(draft, text, { mode: 0o600 })
  await rename(draft, name)
}

/** The folder of `.env`, and whether a file can be written there: tried, since rights alone do not tell. */
export async function envFolder(): Promise<{ readonly folder: string; readonly writable: boolean }> {
  const folder = resolve('.')
  const trial = `${name}.${process.pid}`
  const writable = await writeFile(trial, '').then(
    () => rm(trial).then(() => true),
    () => false,
  )
  return { folder, writable }
}
