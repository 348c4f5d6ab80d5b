import type { Detector } from '../detector.ts'
import { type Finding, find } from '../finding.ts'
import { get } from '../json.ts'
import { type Place, placeAt } from '../place.ts'
import type { Repository } from '../repository.ts'
import { filesBelow } from './files-below.ts'
import { proofOfTests, some } from './proof-of-tests.ts'

const other = ({ files }: { readonly files: ReadonlySet<string> }) => files.has('Cargo.toml')

/** Tests of a crate: in `tests/`, or beside the code in the sources that are read; Clippy and rustfmt where they are set up. */
export const rustChecks: Detector = {
  id: 'rust-checks',
  stack: 'rust',
  reads: ['Cargo.toml'],
  lists: sources,
  find: (place) => (place.has('Cargo.toml') ? [...test(place), ...lint(place)] : []),
}

// A look at the first files tells whether a crate has the habit of tests.
const looked = 12

function sources(repository: Repository): readonly string[] {
  return repository.folders
    .filter((root) => repository.folder(root)?.files.has('Cargo.toml'))
    .slice(0, looked)
    .flatMap((root) => rustFiles(placeAt(repository, root)).map(({ path }) => path))
}

function rustFiles(place: Place) {
  return filesBelow(place, (name) => /^src\/.*\.rs$/.test(name), other).slice(0, looked)
}

function test(place: Place): readonly Finding[] {
  const own = filesBelow(place, (name) => /^tests\/.*\.rs$/.test(name), other)
  const inside = rustFiles(place).filter(({ path }) =>
    /#\[(?:\w+::)*test\b|#\[cfg\(test\)\]/.test(place.repository.text(path) ?? ''),
  )
  const tests = [...own, ...inside]
  return some(tests) ? [find('test', `cargo test${locked(place)}`, proofOfTests(tests, place.texts))] : []
}

function locked(place: Place): string {
  return place.has('Cargo.lock') ? ' --locked' : ''
}

/** Warnings do not fail it: a newer Clippy would stop the pull requests of a repository that did not change. */
function lint(place: Place): readonly Finding[] {
  const file = place.pick('clippy.toml', '.clippy.toml')
  const format = place.pick('rustfmt.toml', '.rustfmt.toml')
  const lints = get(place.toml('Cargo.toml'), 'lints', 'clippy') !== undefined
  const commands = [
    ...(format === undefined ? [] : ['cargo fmt --check']),
    ...(file === undefined && !lints ? [] : ['cargo clippy --all-targets']),
  ]
  const where = format ?? file ?? 'Cargo.toml'
  return commands.length === 0
    ? []
    : [find('lint', commands.join(' && '), place.proof(where, where === 'Cargo.toml' ? '[lints.clippy]' : where))]
}
