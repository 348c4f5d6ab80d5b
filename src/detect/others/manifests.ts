import type { OtherDetector } from '../detector.ts'
import type { Other } from '../finding.ts'
import type { Repository } from '../repository.ts'

const kinds: readonly { readonly file: RegExp; readonly what: Other }[] = [
  { file: /^package\.json$/, what: 'node' },
  { file: /^(pyproject\.toml|setup\.py|setup\.cfg)$/, what: 'python' },
  { file: /^go\.mod$/, what: 'go' },
  { file: /^Cargo\.toml$/, what: 'rust' },
  { file: /^(pom\.xml|build\.gradle(\.kts)?)$/, what: 'java' },
  { file: /^(Gemfile|Rakefile)$/, what: 'ruby' },
  { file: /^composer\.json$/, what: 'php' },
  { file: /\.(csproj|fsproj|sln|slnx)$/, what: 'dotnet' },
  { file: /^mix\.exs$/, what: 'elixir' },
  { file: /^deno\.jsonc?$/, what: 'deno' },
]

// A list of packages stands beside notebooks and playbooks too.
const loose: typeof kinds = [
  { file: /^(requirements.*\.txt|Pipfile|environment\.ya?ml)$/, what: 'python-scripts' },
  { file: /\.(py|js|ts|sh|rb|go|lua|pl|ps1)$/, what: 'scripts' },
]

/** The manifest of a toolchain in the root. */
export const packageManifest: OtherDetector = {
  id: 'package-manifest',
  reads: [],
  find: (repository) => inRoot(repository, kinds),
}

/** Any program in the root, where nothing more telling was found. */
export const anyProgram: OtherDetector = {
  id: 'any-program',
  reads: [],
  find: (repository) => inRoot(repository, loose),
}

function inRoot(repository: Repository, wanted: typeof kinds): ReturnType<OtherDetector['find']> {
  const files = [...(repository.folder('.')?.files ?? [])].sort()
  for (const { file, what } of wanted) {
    const path = files.find((name) => file.test(name))
    if (path) return { what, proof: [{ path, line: null, says: repository.texts.seen.nothingListens }] }
  }
  return null
}
