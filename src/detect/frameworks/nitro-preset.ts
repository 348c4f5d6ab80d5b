import type { Proof } from '../finding.ts'
import type { NodeProject } from '../node/project.ts'
import { expressionOf, literal } from '../source.ts'
import type { Use, Web } from './framework.ts'
import { configProof, option, scriptProof } from './read.ts'

/** Nitro's preset, where the project sets one. */
export interface Preset {
  readonly name: string
  readonly proof: Proof
}

/** The preset from the build command (`--preset`, `NITRO_PRESET=`) or the config; null: Nitro's default, a Node server. */
export function nitroPreset(project: NodeProject, use: Use): Preset | null {
  const given = option(use.build, '--preset') ?? use.build?.env.NITRO_PRESET ?? use.build?.env.SERVER_PRESET ?? null
  if (given !== null && use.script !== null)
    return { name: given, proof: scriptProof(project, use.script, `Nitro preset ${given}`) }
  const set = literal(expressionOf(use.source, 'preset') ?? '')
  return set === null || use.config === null
    ? null
    : { name: set, proof: configProof(project, use.config, 'preset', `preset: '${set}'`) }
}

/** Whether a preset builds for a host that is not a Node process of ours. */
export function elsewhere(preset: string): boolean {
  return /cloudflare|vercel|netlify|firebase|deno|azure|edgio|stormkit|winterjs|zeabur|zephyr|genezio|bun|iis|lagon|service|aws[-_]lambda/.test(
    preset,
  )
}

/** The server that Nitro builds: https://nitro.build/deploy/runtimes/node (read 2026-11). */
export function nitroServer(build: string, preset: Preset | null): Web {
  const onAmplify = preset !== null && /^aws[-_]amplify$/.test(preset.name)
  return {
    kind: 'ssr',
    output: onAmplify ? '.amplify-hosting' : '.output',
    build,
    starts: ['node .output/server/index.mjs'],
    start: onAmplify ? null : 'node .output/server/index.mjs',
    port: 3000,
    honoursPort: true,
    proofs: preset ? [preset.proof] : [],
  }
}
