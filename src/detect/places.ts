import { javaProject } from './java/project.ts'
import { inlineProjects } from './node/nx-projects.ts'
import { once } from './once.ts'
import { type Place, placeAt } from './place.ts'
import type { Repository } from './repository.ts'

/** Files that make their folder worth a look. */
const names: ReadonlySet<string> = new Set([
  ...['package.json', 'project.json', 'deno.json', 'deno.jsonc', 'index.html', 'index.php'],
  ...['pyproject.toml', 'Pipfile', 'setup.py', 'manage.py', 'environment.yml', 'environment.yaml', 'app.py'],
  ...['go.mod', 'pom.xml', 'build.gradle', 'build.gradle.kts', 'Gemfile', 'composer.json', 'Cargo.toml', 'mix.exs'],
  ...['template.yaml', 'template.yml', 'template.json', 'sam.yaml', 'sam.yml', 'samconfig.toml', 'cdk.json'],
  ...['serverless.yml', 'serverless.yaml', 'serverless.ts', 'serverless.js', 'serverless.cjs', 'serverless.json'],
  ...['sst.config.ts', 'sst.config.js', 'sst.config.mjs', 'sst.json', 'app.arc', 'host.json', 'firebase.json'],
  ...['lambda_function.py', 'lambda_function.rb', 'wrangler.toml', 'wrangler.json', 'wrangler.jsonc'],
  ...['hugo.toml', 'hugo.yaml', 'hugo.yml', 'hugo.json', 'config.toml', 'mkdocs.yml', 'mkdocs.yaml', '_config.yml'],
  ...['_config.yaml', 'book.toml', 'conf.py', 'antora-playbook.yml', 'Procfile', 'apprunner.yaml', 'amplify.yml'],
])

/** The same, for names that vary. */
const wild =
  /^requirements.*\.txt$|\.(?:csproj|fsproj)$|^(?:Dockerfile|Containerfile)(?:\..+)?$|.\.Dockerfile$|[.-]template\.ya?ml$/i

/** The folders that may hold an app, the root first. */
export const places: (repository: Repository) => readonly Place[] = once((repository) =>
  repository.folders
    .filter((path) => path === '.' || isMarked(repository, path) || isModule(repository, path))
    .map((path) => placeAt(repository, path)),
)

function isMarked(repository: Repository, path: string): boolean {
  const files = repository.folder(path)?.files
  if (!files) return false
  for (const name of files) if (names.has(name) || wild.test(name)) return true
  return inlineProjects(repository).has(path)
}

/** A module of Gradle without a build file of its own: the settings above name it. */
function isModule(repository: Repository, path: string): boolean {
  if (!hasGradle(repository) || !repository.folder(path)?.folders.has('src')) return false
  return javaProject(placeAt(repository, path)) !== null
}

const hasGradle = once((repository: Repository) =>
  ['settings.gradle', 'settings.gradle.kts'].some((name) =>
    [...repository.tree.files.keys()].some((path) => path === name || path.endsWith(`/${name}`)),
  ),
)
