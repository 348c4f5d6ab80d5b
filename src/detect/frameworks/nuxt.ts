import { isForWork } from '../docker/file-name.ts'
import { buildFor } from '../docker/owner.ts'
import type { NodeProject } from '../node/project.ts'
import { programsOfLine } from '../node/scripts.ts'
import { expressionOf, literal } from '../source.ts'
import { isDelivered } from './delivered-script.ts'
import type { Framework, Use, Web } from './framework.ts'
import { elsewhere, nitroPreset, nitroServer } from './nitro-preset.ts'
import { configProof, folder, scriptProof } from './read.ts'

/** Nuxt 2, 3 and 4: a Nitro server (2: `nuxt start`) unless pages are generated (cases D5, G24). */
export const nuxt: Framework = {
  id: 'nuxt',
  packages: ['nuxt', 'nuxt3', 'nuxt-nightly', 'nuxt-edge', 'nuxt-ts'],
  configs: ['nuxt.config'],
  builds: ['nuxt build', 'nuxi build', 'nuxt generate', 'nuxi generate', 'nuxt-ts build', 'nuxt-ts generate'],
  describe: (project, use) => ((use.major ?? 3) < 3 ? nuxt2(project, use) : nuxt3(project, use)),
}

const generates = (use: Use) =>
  use.programs.some(({ words }) => /^(nuxt|nuxi)/.test(words[0] ?? '') && words.includes('generate'))
const isSpa = (source: string) =>
  expressionOf(source, 'ssr') === 'false' || literal(expressionOf(source, 'mode') ?? '') === 'spa'

function nuxt2(project: NodeProject, use: Use): Web {
  const spa = isSpa(use.source)
  const isStatic = literal(expressionOf(use.source, 'target') ?? '') === 'static'
  if (!isStatic && !spa && !generates(use))
    return {
      kind: 'ssr',
      output: '.nuxt',
      build: 'nuxt build',
      starts: ['nuxt start', 'nuxt-ts start'],
      start: 'nuxt start',
      port: 3000,
      honoursPort: true,
    }
  const proof =
    use.config === null || generates(use)
      ? null
      : configProof(
          project,
          use.config,
          isStatic ? 'target' : 'mode',
          isStatic ? "target: 'static'" : project.place.texts.seen.singlePage,
        )
  return {
    kind: 'static',
    spa,
    output: 'dist',
    build: 'nuxt generate',
    needs: 'nuxt generate',
    ...(proof ? { outputProof: proof } : {}),
  }
}

const staticPresets =
  /^(static|github[-_]pages|gitlab[-_]pages|netlify[-_]static|vercel[-_]static|cloudflare[-_]pages[-_]static|zeabur[-_]static)$/

function nuxt3(project: NodeProject, use: Use): Web {
  const preset = nitroPreset(project, use)
  if (generates(use) && use.script !== null)
    return {
      kind: 'static',
      spa: isSpa(use.source),
      output: folder('.output/public'),
      build: 'nuxt generate',
      outputProof: scriptProof(project, use.script, project.place.texts.seen.nuxtGenerate),
    }
  if (isGeneratedApart(project))
    return {
      kind: 'static',
      spa: isSpa(use.source),
      output: '.output/public',
      build: 'nuxt generate',
      needs: 'nuxt generate',
    }
  if (preset && staticPresets.test(preset.name))
    return {
      kind: 'static',
      spa: isSpa(use.source),
      output: '.output/public',
      build: 'nuxt build',
      outputProof: preset.proof,
    }
  // Without server rendering the pages are one shell, and a host for files is enough.
  if (isSpa(use.source) && use.config !== null && !hasServerCode(project) && !imageServes(project))
    return {
      kind: 'static',
      spa: true,
      output: '.output/public',
      build: 'nuxt generate',
      needs: 'nuxt generate',
      outputProof: configProof(project, use.config, 'ssr', 'ssr: false'),
    }
  return preset && elsewhere(preset.name)
    ? { ...elsewhereWeb(preset.name, project), proofs: [preset.proof] }
    : nitroServer('nuxt build', preset)
}

function elsewhereWeb(preset: string, { place }: NodeProject): Web {
  return {
    kind: 'ssr',
    output: '.output',
    build: 'nuxt build',
    remarks: [place.texts.seen.nitroPreset(preset)],
  }
}

/** A script that generates the pages beside one that builds a server: what delivers the site, or hands it out, tells. */
function isGeneratedApart({ manifest, place }: NodeProject): boolean {
  const name = [...manifest.scripts].find(([, line]) => /^nux[ti] generate\b/.test(line))?.[0]
  if (name === undefined) return false
  return isDelivered(place, name) || /\bserve\b.*\.output\/public/.test(manifest.scripts.get('start') ?? '')
}

/** Whether an image of the project runs Nitro's server: that is how it is delivered, whatever a host for files could do. */
function imageServes({ place, manifest }: NodeProject): boolean {
  const build = buildFor(place)
  if (!build || isForWork(build.facts.path)) return false
  return programsOfLine(manifest, build.facts.command?.text ?? '').some(
    ({ words }) =>
      /^nux[ti]$/.test(words[0] ?? '') ||
      (words[0] === 'node' && words.some((word) => word.endsWith('output/server/index.mjs'))),
  )
}

function hasServerCode({ place }: NodeProject): boolean {
  return ['server/api', 'server/routes', 'server/middleware'].some(
    (name) => place.repository.folder(place.at(name)) !== undefined,
  )
}
