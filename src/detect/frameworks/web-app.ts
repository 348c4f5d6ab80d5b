import type { Texts } from '../../text.ts'
import type { Detector } from '../detector.ts'
import { type Finding, find, type Proof } from '../finding.ts'
import { frameworks } from '../frameworks.ts'
import { copiesBefore } from '../node/copies-before.ts'
import { imageSteps } from '../node/image-build.ts'
import { withMembers } from '../node/member-builds.ts'
import { fromProject } from '../node/nx.ts'
import { generating } from '../node/prisma-client.ts'
import { type NodeProject, nodeProject } from '../node/project.ts'
import { execute } from '../node/run.ts'
import { pinnedLine } from '../node/runtime.ts'
import { programsOf } from '../node/scripts.ts'
import { servesPages } from '../node/serves-pages.ts'
import { hasWebpack4 } from './create-react-app.ts'
import type { Framework, Use } from './framework.ts'
import { type WebApp, webAppOf } from './pick.ts'
import { folder } from './read.ts'
import { startOf } from './start.ts'
import { buildScripts, isCall } from './use.ts'

const extensions = ['js', 'ts', 'mjs', 'cjs', 'mts', 'cts', 'json']

const configFiles = ({ configs }: Framework) =>
  configs.flatMap((name) =>
    name.includes('.yml') || name.includes('.toml') || name.includes('.json')
      ? [name]
      : extensions.map((extension) => `${name}.${extension}`),
  )

/** The web framework of a Node project: kind, build, output folder, and start command of one that renders on a server. */
export const webApp: Detector = {
  id: 'web-app',
  stack: 'node',
  reads: [
    ...[
      'package.json',
      'schema.prisma',
      '.env',
      '.env.production',
      'app.routes.server.ts',
      'app.server.routes.ts',
      'src/server.ts',
      'server.ts',
    ],
    ...new Set(frameworks.flatMap(configFiles)),
    ...['.eleventy.js', '.umirc.ts', '.umirc.js'],
  ],
  find: (place) => {
    const project = nodeProject(place)
    const app = project && webAppOf(project)
    return project && app && !(app.web.kind === 'static' && servesPages(project))
      ? findings(project, app, place.texts)
      : []
  },
}

function findings(project: NodeProject, app: WebApp, texts: Texts): readonly Finding[] {
  const { framework, use, web } = app
  const proof = proofOf(project, app)
  const { kind, spa = false, question, remarks = [] } = web
  return [
    find('framework', { id: framework.id, kind, major: use.major, spa }, proof, ...(web.proofs ?? [])),
    ...buildFinding(project, app, proof),
    ...outputFinding(project, app, proof),
    ...(kind === 'static' ? [] : startOf(project, app, proof, texts)),
    ...remarks.map((remark) => find('remark', remark, proof)),
    ...(question ? [find('question', question, proof)] : []),
  ]
}

function outputFinding(
  { manifest, place }: NodeProject,
  { web, framework, use }: WebApp,
  proof: Proof,
): readonly Finding[] {
  const { nx } = manifest
  if (nx?.outputPath) {
    // Angular and Next.js put their own folder below the one that Nx is given.
    const below =
      framework.id === 'next'
        ? web.kind === 'static'
          ? '/out'
          : '/.next'
        : web.output?.endsWith('/browser')
          ? '/browser'
          : ''
    return [
      find(
        'output',
        fromProject(place, `${nx.outputPath}${below}`),
        place.proof(nx.file, `outputPath: ${nx.outputPath}`, nx.outputPath),
      ),
    ]
  }
  const moved = movedTo(use, web.output)
  if (moved !== null && use.script !== null)
    return [
      find(
        'output',
        moved,
        place.proof('package.json', place.texts.seen.movesPages(use.script, moved), `"${use.script}":`),
      ),
    ]
  return web.output === null
    ? []
    : [find('output', web.output, web.outputProof ?? defaultOutput(proof, framework.id, web.output, place.texts))]
}

/** Where the build script itself puts what the framework wrote: `craco build && mv build dist`. */
function movedTo({ programs }: WebApp['use'], output: string | null): string | null {
  const move = programs.find(
    ({ words }) => words[0] === 'mv' && words.length === 3 && folder(words[1] ?? '') === output,
  )
  const target = move?.words[2]
  return target === undefined || target.includes('$') ? null : folder(target)
}

const defaultOutput = (proof: Proof, id: string, output: string, texts: Texts): Proof => ({
  ...proof,
  says: texts.seen.toolWritesTo(id, output),
})

function proofOf({ place, manifest, file }: NodeProject, { framework, use }: WebApp): Proof {
  if (use.script !== null)
    return place.proof(
      file,
      place.texts.seen.scriptRuns(use.script, use.build?.words.slice(0, 2).join(' ') ?? ''),
      `"${use.script}":`,
    )
  const name = framework.packages.find((one) => manifest.all.has(one))
  if (name !== undefined) return place.proof('package.json', place.texts.seen.isDependency(name), `"${name}":`)
  return place.proof(use.config ?? 'package.json', place.texts.seen.isThere(use.config ?? ''))
}

function buildFinding(project: NodeProject, app: WebApp, proof: Proof): readonly Finding[] {
  const { use, web, framework } = app
  const script = scriptOf(project, app)
  const before = generating(project, script, imageSteps(project))
  if (script === null) {
    const own = web.build === null ? null : execute(project.manager.name, web.build)
    return own === null ? [] : [find('build', withOpenSsl(project, joined(before, own)), proof)]
  }
  const command = withMembers(project, script)
  // Ember builds for development unless it is told: https://cli.emberjs.com/release/basic-use/deploying/ (read 2026-11)
  const isEmberDev =
    framework.id === 'ember' && !use.build?.words.some((word) => /^(-prod|--prod|--environment|-e|--env)/.test(word))
  const more = isEmberDev ? `${project.manager.name === 'npm' ? ' --' : ''} --environment=production` : ''
  const copies = copiesBefore(project)
  const whole = [...copies.map(({ command: copy }) => copy), joined(before, `${command}${more}`)].join(' && ')
  return [find('build', withOpenSsl(project, whole), proof, ...copies.map((copy) => copy.proof))]
}

const joined = (before: string | null, command: string) => (before === null ? command : `${before} && ${command}`)

/** The script that builds it: one that runs the build which the config asks for, where the usual one runs another. */
function scriptOf(project: NodeProject, { use, web, framework }: WebApp): string | null {
  const { manifest } = project
  const { needs } = web
  const inImage = imageSteps(project).find(
    ({ script }) => script !== null && builds(project, framework, script),
  )?.script
  if (inImage) return inImage
  if (needs === undefined) return use.script
  // Nuxt's program has two names.
  const calls = [needs, needs.replace(/^nuxt /, 'nuxi ')]
  const fits = (programs: Use['programs']) => programs.some((one) => calls.some((call) => isCall(one, call)))
  if (fits(use.programs)) return use.script
  return buildScripts(manifest).find(({ programs }) => fits(programs))?.name ?? null
}

const builds = ({ manifest }: NodeProject, framework: Framework, script: string) =>
  programsOf(manifest, script).some((program) => framework.builds.some((call) => isCall(program, call)))

/** webpack 4 hashes with MD4, which OpenSSL 3 (Node 17 and later) refuses unless told: https://github.com/webpack/webpack/issues/14532 */
function withOpenSsl(project: NodeProject, command: string): string {
  // Older lines do not know the option, and need none.
  return hasWebpack4(project) && (pinnedLine(project) ?? 22) >= 17
    ? `NODE_OPTIONS=--openssl-legacy-provider ${command}`
    : command
}
