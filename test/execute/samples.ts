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

const dockerfile: SetUp = { flags: ['--target=ecr'], runs: ['Dockerfile'] }

function amplify(name: string, runs: readonly string[] = ['amplify.yml', ci]): Sample {
  return { name, setUps: [{ flags: [], runs }], expected: site }
}

function amplifyServer(name: string, more: readonly SetUp[] = []): Sample {
  return { name, setUps: [{ flags: [], runs: ['amplify.yml', ci] }, ...more], expected: server }
}

function appRunner(name: string, runs: readonly string[] = ['apprunner.yaml', ci]): Sample {
  return { name, setUps: [{ flags: [], runs }, dockerfile], expected: server }
}

function sam(name: string, app = name): Sample {
  return { name, setUps: [{ flags: [], runs: [`.github/workflows/pipeline-${app}.yml`, ci] }], expected: server }
}

function several(name: string, runs: readonly string[]): Sample {
  return { name, setUps: [{ flags: [], runs }], expected: server }
}

/** Every sample, with what must be generated for it and what must come out of that. */
export const samples: readonly Sample[] = [
  amplify('plain-html', ['amplify.yml']),
  amplify('vite-react'),
  amplify('vite-vanilla-pnpm'),
  amplify('eleventy'),
  amplify('astro-static'),
  amplify('vitepress'),
  amplify('react-router-spa'),
  amplify('next-export'),
  amplifyServer('next-server', [dockerfile]),
  amplifyServer('nuxt-server', [dockerfile]),
  amplifyServer('astro-server'),
  amplifyServer('sveltekit-amplify'),
  amplify('vue-yarn'),
  appRunner('react-router-server'),
  appRunner('sveltekit-node'),
  appRunner('express'),
  appRunner('fastify-typescript'),
  appRunner('koa', ['apprunner.yaml']),
  appRunner('hapi', ['apprunner.yaml']),
  appRunner('hono'),
  appRunner('nestjs'),
  { name: 'node-http', setUps: [{ flags: [], runs: ['Dockerfile'] }], expected: server },
  appRunner('flask', ['apprunner.yaml']),
  appRunner('fastapi', ['apprunner.yaml']),
  appRunner('django'),
  appRunner('wsgi', ['apprunner.yaml']),
  sam('sam-python'),
  sam('sam-node'),
  sam('sam-nested', 'backend'),
  several('two-folders', ['amplify.yml', 'backend/apprunner.yaml', ci]),
  several('monorepo', ['amplify.yml', 'apps/api/Dockerfile', ci]),
  several('monorepo-turbo-pnpm', ['amplify.yml', 'apps/api/Dockerfile', ci]),
]
