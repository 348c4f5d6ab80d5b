import { writeFile } from 'node:fs/promises'
import { UserError } from '../errors.ts'

/** Writes a text file that a person named. Throws `UserError` where it cannot be written. */
export async function writeText(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new UserError(({ local }) => local.notWritten(path, why))
  }
}
