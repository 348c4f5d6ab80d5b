import { find } from '../finding.ts'
import { join, type Place } from '../place.ts'
import { places } from '../places.ts'
import { withoutComments } from '../source.ts'
import { basics } from './defined.ts'
import type { Definition } from './definition.ts'

/** An SST app. It writes `cdk.context.json` and depends on `aws-cdk-lib`, and is no CDK app. */
export const sst: Definition = {
  id: 'sst',
  reads: ['sst.config.*', 'sst.json'],
  follows: (repository) =>
    places(repository).flatMap((place) => (configOf(place) ? stackFiles(place).map(place.at) : [])),
  find(place) {
    const name = configOf(place)
    if (!name) return null
    const proof = place.proof(name, place.texts.seen.sst)
    return {
      tools: 'node',
      findings: [
        ...basics({ id: 'sst', definition: place.at(name), language: 'node' }, proof),
        find('build', null, proof),
      ],
    }
  },
}

const configOf = (place: Place) => place.pick('sst.config.ts', 'sst.config.js', 'sst.config.mjs', 'sst.json')

// The folders that the templates of SST 2 and 3 keep their stacks in.
const stackFolders = ['stacks', 'infra']

const stackFiles = (place: Place): readonly string[] =>
  stackFolders.flatMap((folder) =>
    [...(place.repository.folder(place.at(folder))?.files ?? [])]
      .filter((name) => /\.[cm]?[jt]s$/.test(name))
      .map((name) => `${folder}/${name}`),
  )

// `new NextjsSite(stack, "web", { path: "web" })` of SST 2, `new sst.aws.Nextjs("Web", { path: "web" })` of SST 3.
const site =
  /\bnew\s+(?:(?:\w+\.)*\w*(?:Static|Nextjs|SvelteKit|Remix|Astro|SolidStart|Nuxt|Angular|React)Site|sst\.aws\.(?:Nextjs|StaticSite|SvelteKit|Remix|React|Astro|SolidStart|Nuxt|Analog|TanStackStart))\s*\(/g

/**
 * The folders of the sites that an SST app deploys, from the repository root; the app's own folder where none is named.
 * Source: https://sst.dev/docs/component/aws/nextjs/ and https://v2.sst.dev/constructs/SvelteKitSite (2026-11-22).
 */
export function sstSites(place: Place): readonly string[] {
  const config = configOf(place)
  return [...(config === undefined ? [] : [config]), ...stackFiles(place)].flatMap((name) => {
    const source = withoutComments(place.text(name) ?? '')
    return [...source.matchAll(site)].flatMap(({ index, 0: call }) => {
      const rest = source.slice(index + call.length, index + call.length + longest)
      const [options = ''] = rest.split(/\bnew\s/)
      const path = /\bpath\s*:\s*['"`]([^'"`$]+)['"`]/.exec(options)?.[1] ?? '.'
      return join(place.root, path) ?? []
    })
  })
}

const longest = 2_000
