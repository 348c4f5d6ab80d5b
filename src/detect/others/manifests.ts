import type { OtherDetector } from '../detector.ts'

const kinds: readonly { readonly file: RegExp; readonly what: string }[] = [
  { file: /^package\.json$/, what: 'a Node package without a server or a site' },
  { file: /^(pyproject\.toml|setup\.py|setup\.cfg)$/, what: 'a Python package without a server' },
  { file: /^(requirements.*\.txt|Pipfile|environment\.ya?ml)$/, what: 'Python scripts without a server' },
  { file: /^go\.mod$/, what: 'a Go module without a server' },
  { file: /^Cargo\.toml$/, what: 'a Rust crate without a server' },
  { file: /^(pom\.xml|build\.gradle(\.kts)?)$/, what: 'a Java library or tool without a server' },
  { file: /^(Gemfile|Rakefile)$/, what: 'a Ruby project without a server' },
  { file: /^composer\.json$/, what: 'a PHP package without a server' },
  { file: /\.(csproj|fsproj|sln|slnx)$/, what: 'a .NET library or tool without a server' },
  { file: /^mix\.exs$/, what: 'an Elixir package without a server' },
  { file: /^deno\.jsonc?$/, what: 'a Deno module without a server' },
  { file: /\.(py|js|ts|sh|rb|go|lua|pl|ps1)$/, what: 'scripts without a server' },
]

/** The toolchain of the root, where nothing more telling was found. */
export const byManifest: OtherDetector = {
  id: 'by-manifest',
  reads: [],
  find(repository) {
    const files = [...(repository.folder('.')?.files ?? [])].sort()
    for (const { file, what } of kinds) {
      const path = files.find((name) => file.test(name))
      if (path)
        return { what, proof: [{ path, line: null, says: 'is there, and nothing that listens or publishes pages' }] }
    }
    return null
  },
}
