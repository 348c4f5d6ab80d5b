import type { App, GeneratedFile, Language } from '../../model.ts'
import type { Texts } from '../../text.ts'
import { deno } from './dockerfile/deno.ts'
import { dotnet } from './dockerfile/dotnet.ts'
import { elixir } from './dockerfile/elixir.ts'
import { go } from './dockerfile/go.ts'
import { java } from './dockerfile/java.ts'
import { node } from './dockerfile/node.ts'
import { php } from './dockerfile/php.ts'
import { python } from './dockerfile/python.ts'
import { type Cook, contextOf, type Recipe } from './dockerfile/recipe.ts'
import { ruby } from './dockerfile/ruby.ts'
import { rust } from './dockerfile/rust.ts'

const cooks: Record<Language, Cook> = { node, python, go, java, ruby, php, dotnet, rust, elixir }

/** What is built into an image: Dockerfile and context are paths in the repository. */
export interface ImageBuild {
  readonly dockerfile: string
  readonly context: string
  readonly stage: string | null
  readonly platform: 'linux/amd64' | 'linux/arm64'
  /** Files that the pull request adds; none where the repository has a Dockerfile. */
  readonly files: readonly GeneratedFile[]
}

/**
 * How the image of an app is built: by the Dockerfile of the repository, else by one that is written here.
 * A sentence instead where none can be written.
 */
export function imageBuild(app: App, texts: Texts): ImageBuild | string {
  const own = app.dockerfile?.usable ? app.dockerfile : null
  if (own) {
    const { path, context, stage, platform } = own
    return { dockerfile: path, context, stage, platform: platform ?? 'linux/amd64', files: [] }
  }
  const recipe = recipeFor(app)
  if (!recipe.ok) return recipe.because(texts)
  const path = pathFor(app)
  return {
    dockerfile: path,
    context: contextOf(app),
    stage: null,
    platform: 'linux/amd64',
    files: files(app, path, recipe, texts),
  }
}

/** Beside the code; elsewhere where the repository has a Dockerfile there that cannot be used and is not ours to replace. */
function pathFor(app: App): string {
  const beside = app.root === '.' ? 'Dockerfile' : `${app.root}/Dockerfile`
  return app.dockerfile?.path === beside || holds(app, 'dockerfile') ? `infra/cicd/${app.name}/Dockerfile` : beside
}

// In any spelling: some file systems hold only one of `Dockerfile` and `dockerfile`.
function holds(app: App, name: string): boolean {
  return app.occupied.some((one) => one.toLowerCase() === name)
}

function recipeFor(app: App): Recipe {
  const cook = app.language === null ? (app.packageManager?.name === 'deno' ? deno : null) : cooks[app.language]
  if (cook === null) return { ok: false, because: ({ ecr }) => ecr.noLanguage }
  if ([app.install, app.build, app.start, app.root].some((text) => text !== null && hasControl(text))) {
    return { ok: false, because: ({ ecr }) => ecr.lineBreak }
  }
  return cook(app)
}

function hasControl(text: string): boolean {
  return [...text].some((character) => character < ' ' || character === '\u007f')
}

function files(app: App, path: string, recipe: Recipe & { ok: true }, texts: Texts): readonly GeneratedFile[] {
  // BuildKit prefers the ignore file that lies beside its Dockerfile, so one for another build does not get in the way.
  const atRoot = contextOf(app) === app.root && !path.startsWith('infra/') && !holds(app, '.dockerignore')
  const ignorePath = atRoot ? `${path.slice(0, -'Dockerfile'.length)}.dockerignore` : `${path}.dockerignore`
  return [
    { path, mode: '100644', content: recipe.dockerfile, purpose: texts.ecr.imagePurpose(app.name) },
    {
      path: ignorePath,
      mode: '100644',
      content: ignoreText(recipe.ignore),
      purpose: texts.ecr.ignorePurpose,
    },
  ]
}

const always = ['.git', '.github', '.env', '.env.local', '.env.*.local', '**/.DS_Store', 'infra/cicd', '.aws']

function ignoreText(own: readonly string[]): string {
  return `${[...new Set([...always, ...own])].join('\n')}\n`
}
