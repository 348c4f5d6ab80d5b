import { type Place, placeAt } from './place.ts'
import type { Repository } from './repository.ts'

/** A file that makes its folder worth a look. `*` stands for any text. */
const marks: readonly RegExp[] = [
  /^(package|project)\.json$/,
  /^(requirements.*\.txt|pyproject\.toml|Pipfile|setup\.py|manage\.py|environment\.ya?ml)$/,
  /^(go\.mod|pom\.xml|build\.gradle(\.kts)?|Gemfile|composer\.json|Cargo\.toml|mix\.exs|deno\.jsonc?)$/,
  /\.(csproj|fsproj)$/,
  /^(Dockerfile|Containerfile|.+\.Dockerfile|Dockerfile\..+)$/i,
  /^(template\.ya?ml|samconfig\.toml|cdk\.json|serverless\.(ya?ml|ts|js|json)|sst\.config\.ts|firebase\.json)$/,
  /^(template\.json|sam\.ya?ml|.+[.-]template\.ya?ml|serverless\.cjs|sst\.config\.m?js|sst\.json|app\.(arc|py)|lambda_function\.(py|rb)|wrangler\.(toml|jsonc?)|host\.json)$/,
  /^(hugo\.(toml|ya?ml|json)|config\.toml|mkdocs\.ya?ml|_config\.ya?ml|book\.toml|conf\.py|antora-playbook\.yml)$/,
  /^(index\.html|index\.php)$/,
  /^(Procfile|apprunner\.yaml|amplify\.yml)$/,
]

/** The folders that may hold an app, the root first. */
export function places(repository: Repository): readonly Place[] {
  return repository.folders
    .filter((path) => path === '.' || isMarked(repository, path))
    .map((path) => placeAt(repository, path))
}

function isMarked(repository: Repository, path: string): boolean {
  const files = repository.folder(path)?.files
  if (!files) return false
  for (const name of files) if (marks.some((mark) => mark.test(name))) return true
  return false
}
