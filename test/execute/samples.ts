import type { Expected } from './check.ts'

/** One run of the product over a sample, and the generated files that are executed after it. */
export interface SetUp {
  readonly flags: readonly string[]
  readonly runs: readonly string[]
}

export interface Sample {
  readonly name: string
  readonly setUps: readonly SetUp[]
  readonly expected: Expected
  /** What the answers of other apps of the repository must show, by their folder. */
  readonly apps?: Readonly<Record<string, Expected>>
}

const ci = '.github/workflows/ci.yml'
const says = 'Slipway sample'
const site: Expected = { says, health: null }
const server: Expected = { says, health: '/health' }

function amplify(name: string, expected: Expected = site): Sample {
  return { name, setUps: [{ flags: [], runs: ['amplify.yml', ci] }], expected }
}

function appRunner(name: string, more: readonly SetUp[] = []): Sample {
  return { name, setUps: [{ flags: [], runs: ['apprunner.yaml', ci] }, ...more], expected: server }
}

/** Every sample, with what must be generated for it and what must come out of that. */
export const samples: readonly Sample[] = [
  amplify('vite-react'),
  amplify('vite-vanilla-pnpm'),
  amplify('eleventy'),
  amplify('astro-static'),
  amplify('next-export'),
  amplify('next-server', server),
  amplify('nuxt-server', server),
  amplify('vitepress'),
  amplify('react-router-spa'),
  appRunner('react-router-server'),
  appRunner('sveltekit-node'),
]
