import type { Language, PackageManager } from '../../model.ts'
import type { Place } from '../place.ts'
import type { SamApplication } from './sam-application.ts'

const managers: Readonly<Partial<Record<Language, readonly { readonly file: RegExp; readonly name: string }[]>>> = {
  python: [{ file: /./, name: 'pip' }],
  java: [
    { file: /^(build\.gradle(\.kts)?|gradlew|settings\.gradle(\.kts)?)$/, name: 'gradle' },
    { file: /^pom\.xml$/, name: 'maven' },
  ],
  ruby: [{ file: /^Gemfile$/, name: 'bundler' }],
  node: [
    { file: /^pnpm-lock\.yaml$/, name: 'pnpm' },
    { file: /^yarn\.lock$/, name: 'yarn' },
    { file: /^package\.json$/, name: 'npm' },
  ],
}

/**
 * The package manager by the manifests of the code folders; null where the template's own folder has a manifest, since
 * the findings of its toolchain say more then.
 */
export function samManager(place: Place, { code }: SamApplication, language: Language | null): PackageManager | null {
  if (!language || place.pick('package.json', 'pyproject.toml', 'uv.lock', 'Pipfile')) return null
  const folders = [place.root, ...code].flatMap((folder) => place.repository.folder(folder) ?? [])
  const found = managers[language]?.find(({ file }) =>
    folders.some(({ files }) => [...files].some((one) => file.test(one))),
  )
  return found ? { name: found.name, version: null } : null
}
