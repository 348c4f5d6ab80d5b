import { join, type Place, parent } from '../place.ts'
import type { LambdaRuntime } from './lambda-runtime.ts'
import { readSamTemplate, type SamTemplate } from './sam-template.ts'

/** A SAM template with the nested ones that it deploys. Paths are relative to the repository. */
export interface SamApplication {
  /** Name of the template in its folder. */
  readonly name: string
  readonly template: SamTemplate
  readonly runtimes: readonly (LambdaRuntime & { readonly path: string; readonly line: number })[]
  /** Folders or files with code; they need not be there before a build. */
  readonly code: readonly string[]
  readonly images: readonly string[]
  readonly nested: readonly string[]
}

// The names that `sam build` looks for by itself come first.
const names = ['template.yaml', 'template.yml', 'template.json', 'sam.yaml', 'sam.yml']
const habits = /[.-]template\.ya?ml$/

/** The files to read for `samAt`. */
export const samPatterns = [
  ...names,
  '*.template.yaml',
  '*.template.yml',
  '*-template.yaml',
  '*-template.yml',
  'samconfig.toml',
]

/** The SAM application of a folder: by the names that SAM looks for, or by the one that its settings or habits name. */
export function samAt(place: Place): SamApplication | null {
  const settings = /^\s*template(?:_file)?\s*=\s*"([^"/]+)"/m.exec(place.text('samconfig.toml') ?? '')?.[1]
  const others = [...place.folder.files].filter((name) => habits.test(name)).sort()
  for (const name of new Set([...(settings ? [settings] : []), ...names, ...others])) {
    const template = readSamTemplate(place.text(name) ?? '')
    if (template) return withNested(place, name, template)
  }
  return null
}

function withNested(place: Place, name: string, template: SamTemplate): SamApplication {
  const nested = template.nested.flatMap((path) => join(place.root, path) ?? [])
  const parts = [
    { path: place.at(name), template },
    ...nested.flatMap((path) => {
      const read = readSamTemplate(place.repository.text(path) ?? '')
      return read ? [{ path, template: read }] : []
    }),
  ]
  const paths = (of: (template: SamTemplate) => readonly string[]) =>
    parts.flatMap((part) => of(part.template).flatMap((path) => join(parent(part.path) ?? '.', path) ?? []))
  return {
    name,
    template,
    runtimes: parts.flatMap(({ path, template }) => template.runtimes.map((runtime) => ({ ...runtime, path }))),
    code: paths(({ code }) => code),
    images: paths(({ images }) => images),
    nested,
  }
}
