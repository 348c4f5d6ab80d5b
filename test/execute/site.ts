import { cpSync, existsSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import picomatch from 'picomatch'

/** Copies what the globs of an artifact take out of a folder, as Amplify does before it publishes. */
export function publish(from: string, files: readonly string[], to: string): void {
  const wanted = picomatch([...files], { dot: true })
  cpSync(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true || wanted(relative(from, path)),
  })
}

/** Local scripts and style sheets that the page at the root of a site asks for and that are not there. */
export function missingAssets(folder: string): readonly string[] {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const tags = page.match(/<(?:script|link)\b[^>]*>/g) ?? []
  const asked = tags.flatMap((tag) => {
    if (tag.startsWith('<link') && !/rel="?(?:stylesheet|modulepreload)/.test(tag)) return []
    return /(?:src|href)="?([^"\s>]+)/.exec(tag)?.[1] ?? []
  })
  return asked.filter((url) => !/^(?:[a-z]+:|\/\/)/.test(url) && !existsSync(join(folder, url.replace(/[?#].*$/, ''))))
}
