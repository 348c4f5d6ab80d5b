import type { OtherDetector } from '../detector.ts'
import type { Repository } from '../repository.ts'

const kinds: readonly { readonly file: RegExp; readonly what: string }[] = [
  { file: /^package\.json$/, what: 'a Node package without a server or a site' },
  { file: /^(pyproject\.toml|setup\.py|setup\.cfg)$/, what: 'a Python package without a server' },
  { file: /^go\.mod$/, what: 'a Go module without a server' },
  { file: /^Cargo\.toml$/, what: 'a Rust crate without a server' },
  { file: /^(pom\.xml|build\.gradle(\.kts)?)$/, what: 'a Java library or tool without a server' },
  { file: /^(Gemfile|Rakefile)$/, what: 'a Ruby project without a server' },
  { file: /^composer\.json$/, what: 'a PHP package without a server' },
  { file: /\.(csproj|fsproj|sln|slnx)$/, what: 'a .NET library or tool without a server' },
  { file: /^mix\.exs$/, what: 'an Elixir package without a server' },
  { file: /^deno\.jsonc?$/, what: 'a Deno module without a server' },
]

// A list of packages stands beside notebooks and playbooks too.
const loose: typeof kinds = [
  { file: /^(requirements.*\.txt|Pipfile|environment\.ya?ml)$/, what: 'Python scripts without a server' },
  { file: /\.(py|js|ts|sh|rb|go|lua|pl|ps1)$/, what: 'scripts without a server' },
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
    if (path)
      return { what, proof: [{ path, line: null, says: 'is there, and nothing that listens or publishes pages' }] }
  }
  return null
}
