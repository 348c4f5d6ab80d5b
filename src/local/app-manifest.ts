import { readFile } from 'node:fs/promises'

/** The text of `app.yml`, which says what the app asks for. It lies beside the sources, and in the package beside `dist`. */
export function readAppManifest(): Promise<string> {
  return readFile(new URL('../../app.yml', import.meta.url), 'utf8')
}
