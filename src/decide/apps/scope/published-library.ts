import { get, text } from '../../../detect/json.ts'
import { once } from '../../../detect/once.ts'
import type { Repository } from '../../../detect/repository.ts'

/** A sign in a project file that the project is packed for others to install, and what takes that back. */
interface Sign {
  readonly file: RegExp
  readonly holds: RegExp
  readonly not: RegExp
}

const signs: readonly Sign[] = [
  {
    file: /\.(?:cs|fs|vb)proj$|(?:^|\/)Directory\.Build\.props$/,
    holds: /<(?:PackageId|PackageTags)>|<(?:GeneratePackageOnBuild|IsPackable|PackAsTool)>\s*true/i,
    not: /Microsoft\.NET\.Sdk\.(?:Web|Worker)|<OutputType>\s*(?:Win)?Exe|Microsoft\.NET\.Test\.Sdk/i,
  },
  {
    file: /(?:^|\/)build\.gradle(?:\.kts)?$/,
    holds: /maven-publish|com\.vanniktech\.maven\.publish|org\.jreleaser/,
    not: /org\.springframework\.boot['"]\)?\s*(?:version|$)/m,
  },
]

/**
 * The file that packs a library for others to install (a NuGet package, a Maven artifact, an npm package with
 * `publishConfig`), in a folder that `isLeft` does not leave out; null where there is none.
 */
export function publishedLibrary(repository: Repository, isLeft: (folder: string) => boolean): string | null {
  return packed(repository).find((path) => !isLeft(folderOf(path))) ?? null
}

const folderOf = (path: string) => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.')

const packed = once((repository: Repository): readonly string[] =>
  [...repository.tree.files].flatMap(([path, source]) => {
    if (path.endsWith('package.json'))
      return source.includes('"publishConfig"') && isPublic(repository, path) ? [path] : []
    const sign = signs.find(({ file }) => file.test(path))
    return sign?.holds.test(source) && !sign.not.test(source) ? [path] : []
  }),
)

function isPublic(repository: Repository, path: string): boolean {
  const manifest = repository.json(path)
  return (
    get(manifest, 'publishConfig') !== undefined &&
    get(manifest, 'private') !== true &&
    text(get(manifest, 'name')) !== null
  )
}
