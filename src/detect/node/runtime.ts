import type { Texts } from '../../text.ts'
import type { Detector } from '../detector.ts'
import { buildFor } from '../docker/owner.ts'
import { servesFiles, whyUnusable } from '../docker/usable.ts'
import { type Finding, find, first } from '../finding.ts'
import type { Place } from '../place.ts'
import { allows, endOf, isExact, isFloating, lineFor, rangeOf } from './node-releases.ts'
import { type Pin, pinsFor } from './pins.ts'
import { type NodeProject, nodeProject } from './project.ts'
import { nodeNeeds } from './version-needs.ts'

/** The Node version: the first pin that the frameworks can run on, as one release line (cases D12, D16, G12). */
export const nodeRuntime: Detector = {
  id: 'node-runtime',
  stack: 'node',
  reads: [
    '.nvmrc',
    '.node-version',
    '.tool-versions',
    'mise.toml',
    '.mise.toml',
    '.prototools',
    '.npmrc',
    'netlify.toml',
    'render.yaml',
    'app.yaml',
    'package.json',
  ],
  find: (place, known) => {
    const project = nodeProject(place)
    if (!project) return []
    const pins = pinsFor(place)
    const isPages = first(known, 'framework')?.value.kind === 'static'
    return choose(project, isPages && !handsOutPages(place) ? pins : [...pins, ...imagePin(place)])
  },
}

// Pages are built on what their image for production is built on; one for work on the code says nothing about them.
function handsOutPages(place: Place): boolean {
  const build = buildFor(place)
  return build !== undefined && servesFiles(build) && whyUnusable(build, place) === null
}

// What an image of the app runs on, be it one for work on the code, counts where nothing else says anything.
function imagePin(place: Place): readonly Pin[] {
  const build = buildFor(place)
  if (!build) return []
  const { facts } = build
  const { runtime } = facts
  if (runtime?.name !== 'node' || !/^\d/.test(runtime.version)) return []
  const proof = { path: facts.path, line: runtime.line, says: `FROM ${runtime.base}` }
  // An ended release is what an image was left on, and no choice.
  return [{ text: runtime.version, file: facts.path, proof, chooses: endOf(Number(runtime.version)) === null }]
}

/** The release line that a project's own pins give; null where nothing is pinned. */
export function pinnedLine(project: NodeProject): number | null {
  const found = first(choose(project, pinsFor(project.place)), 'runtime')
  return found ? Number(found.value.version) : null
}

interface Read extends Pin {
  readonly range: string
}

function choose({ manifest, place }: NodeProject, pins: readonly Pin[]): readonly Finding[] {
  const read = pins.flatMap((pin): readonly Read[] => {
    const range = rangeOf(pin.text)
    return range === null ? [] : [{ ...pin, range }]
  })
  const { seen } = place.texts
  const needs = nodeNeeds(manifest)
  const usable = read.filter(({ range }) => lineFor(range, needs?.range ?? null) !== null)
  const chosen = moreExact([
    ...usable.filter((pin) => !isFloating(pin.text)),
    ...usable.filter((pin) => isFloating(pin.text)),
  ])
  if (!chosen) return []
  const major = lineFor(chosen.range, needs?.range ?? null) ?? 0
  const stale = read.filter((pin) => !usable.includes(pin))
  const others = usable.filter((pin) => pin !== chosen && !allows(pin.range, major))
  return [
    find('runtime', { name: 'node', version: String(major), from: chosen.file }, chosen.proof),
    ...stale.map((pin) =>
      find(
        'remark',
        seen.staleNode(pin, { by: needs?.by ?? '', range: needs?.range ?? '' }, major, chosen.file),
        pin.proof,
      ),
    ),
    ...others.map((pin) => find('remark', seen.nodeClash(chosen, pin, major), pin.proof)),
    ...endOfLife(major, chosen, place.texts),
  ]
}

// A bound such as ">=18" leaves the choice to a file that makes one, further up too.
function moreExact(pins: readonly Read[]): Read | undefined {
  const [first] = pins
  if (!first || isExact(first.range)) return first
  const exact = pins.find((pin) => pin.chooses && isExact(pin.range))
  const major = exact && lineFor(exact.range, null)
  return exact && major != null && allows(first.range, major) ? exact : first
}

function endOfLife(major: number, { file, text, proof }: Read, { seen }: Texts): readonly Finding[] {
  const end = endOf(major)
  if (end === null) return []
  return [find('remark', seen.endedNode(major, file, text, end), proof)]
}
