import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AmplifyBuild, amplifyBuilds } from './amplify-phases.ts'
import { checkAnswers, type Expected } from './check.ts'
import { deploymentServer } from './deployment-specification.ts'
import { cleanEnvironment, type Variables } from './environment.ts'
import { cleanCopy, type Repository } from './repository.ts'
import { scratch } from './scratch.ts'
import { serving } from './serve.ts'
import { runSession } from './session.ts'
import { missingAssets, publish } from './site.ts'
import { layNode, nodeMajors } from './toolchain.ts'

/** The Node that a build finds before any `nvm use`: https://github.com/aws-amplify/amplify-hosting/issues/3978 (2025-09). */
const defaultMajor = '22'

/**
 * Runs every build of an `amplify.yml` in a clean copy of its own and looks at what it publishes; a server is started and asked.
 * Gives lines for the report.
 */
export async function runAmplify(
  repository: Repository,
  tools: string,
  text: string,
  expected: Expected,
): Promise<readonly string[]> {
  const reports: string[] = []
  for (const build of amplifyBuilds(text)) {
    const app = repository.answer.apps.find(({ root }) => root === build.appRoot)
    const copy = cleanCopy(repository, 'amplify')
    const image = buildImage(tools)
    const env = { ...image.env, ...amplifyVariables(build) }
    const cwd = join(copy, build.folder)
    const output = await runSession({ commands: [...build.before, 'node --version'], cwd, env, prelude: image.nvm })
    const builtWith = /v(\d+)\.[\d.]+\s*$/.exec(output)?.[1] ?? ''
    reports.push(...output.split('\n').filter((line) => line.startsWith('stand-in: ')))
    if (app?.kind === 'ssr') reports.push(await startServer(build, copy, builtWith, image, expected))
    else reports.push(lookAtSite(build, copy, expected))
    await runSession({ commands: build.after, cwd, env, prelude: image.nvm })
    reports.push(...caches(build, copy))
  }
  return reports
}

interface Image {
  readonly env: Variables
  readonly nvm: string
  readonly node: (major: string) => string
}

function buildImage(tools: string): Image {
  const folder = scratch('amplify-image')
  const node = (major: string) => join(folder, 'nvm', major)
  for (const major of nodeMajors) layNode(tools, node(major), major)
  const path = [join(node(defaultMajor), 'bin')]
  return {
    env: cleanEnvironment(path, folder, {
      CI: 'true',
      NPM_CONFIG_PREFIX: node(defaultMajor),
      NVMS: join(folder, 'nvm'),
    }),
    nvm: standIn,
    node,
  }
}

const standIn = `nvm() {
  case "$1" in use | install) ;; *) echo "nvm $1 has no stand-in" >&2; return 3 ;; esac
  wanted=\${2:-$(tr -d 'v[:space:]' < .nvmrc)}
  if [ ! -d "$NVMS/\${wanted%%.*}" ]; then echo "the stand-in for nvm has no Node $wanted" >&2; return 3; fi
  export PATH="$NVMS/\${wanted%%.*}/bin:$PATH" NPM_CONFIG_PREFIX="$NVMS/\${wanted%%.*}"
  echo "stand-in: nvm $* → Node $(node --version)"
}`

function amplifyVariables({ appRoot }: AmplifyBuild): Variables {
  const monorepo: Variables = appRoot === '.' ? {} : { AMPLIFY_MONOREPO_APP_ROOT: appRoot }
  return { AWS_APP_ID: 'd1a2b3c4d5e6f7', AWS_BRANCH: 'main', AWS_REGION: 'us-east-1', ...monorepo }
}

function lookAtSite(build: AmplifyBuild, copy: string, { says }: Expected): string {
  const site = scratch('site')
  publish(join(copy, build.published), build.files, site)
  if (!existsSync(join(site, 'index.html'))) throw new Error(`${build.published} holds no index.html`)
  const missing = missingAssets(site)
  if (missing.length > 0) throw new Error(`index.html asks for what is not published: ${missing.join(', ')}`)
  if (['node_modules', '.git', '.github', 'amplify.yml'].some((name) => existsSync(join(site, name))))
    throw new Error('more than the site is published')
  const page = readFileSync(join(site, 'index.html'), 'utf8')
  if (says !== null && !page.includes(says)) throw new Error(`index.html does not say "${says}"`)
  return `${build.published} holds index.html and all it asks for`
}

async function startServer(
  build: AmplifyBuild,
  copy: string,
  builtWith: string,
  image: Image,
  expected: Expected,
): Promise<string> {
  const folder = join(copy, build.published)
  const home = scratch('compute')
  const env = (major: string, more: Variables) =>
    cleanEnvironment([join(image.node(major), 'bin')], home, { NODE_ENV: 'production', ...more })
  if (existsSync(join(folder, 'deploy-manifest.json'))) {
    const { argv, cwd, major, says } = deploymentServer(folder, home)
    if (major !== builtWith) throw new Error(`built with Node ${builtWith}, and deploy-manifest.json asks for ${major}`)
    const answers = await serving({ argv, cwd, env: env(major, {}), port: 3000 }, (get) => checkAnswers(get, expected))
    return `${says}; ${answers}`
  }
  if (!existsSync(join(folder, 'BUILD_ID')))
    throw new Error(`${build.published} is no build of Next.js and no deployment specification`)
  const argv = ['node_modules/.bin/next', 'start', '--port', '3000']
  const server = { argv, cwd: join(copy, build.appRoot), env: env(builtWith, {}), port: 3000 }
  return `stand-in: "next start" for Amplify's own server; ${await serving(server, (get) => checkAnswers(get, expected))}`
}

/** A cache path that nothing is ever written to is a slow build that nobody notices. */
function caches({ cached }: AmplifyBuild, copy: string): readonly string[] {
  const names = cached.map((path) => path.replace(/\/\*.*$/, ''))
  const empty = names.filter((path) => !existsSync(join(copy, path)))
  if (empty.length > 0) throw new Error(`nothing to cache in ${empty.join(', ')}`)
  return names.length === 0 ? [] : [`cached: ${names.join(', ')}`]
}
