import type { Detector } from '../detector.ts'
import { type Finding, find, type Proof } from '../finding.ts'
import { get, list, record, text } from '../json.ts'
import type { Place } from '../place.ts'
import { type RustFramework, rustFrameworks } from './frameworks.ts'
import { rustPort, rustSources } from './port.ts'
import { rustTools, workspaceAbove } from './tools.ts'

/** Rust servers and bots by their Cargo.toml. A crate without a program is a library. */
export const rustServer: Detector = {
  id: 'rust-server',
  stack: 'rust',
  reads: [
    'Cargo.toml',
    'index.html',
    'rust-toolchain',
    'rust-toolchain.toml',
    'Rocket.toml',
    'Trunk.toml',
    'src/bin/*.rs',
    ...rustSources,
  ],
  find(place) {
    const manifest = place.toml('Cargo.toml')
    if (get(manifest, 'package') === undefined && isTrunkPage(place)) return pagesOf(place)
    const dependencies = record(get(manifest, 'dependencies'))
    const framework = rustFrameworks.find(({ crates }) => crates.some((name) => Object.hasOwn(dependencies, name)))
    const name = binaryOf(place)
    if (
      !framework ||
      name === null ||
      Object.hasOwn(dependencies, 'lambda_http') ||
      Object.hasOwn(dependencies, 'lambda_runtime')
    )
      return []
    const { id, kind } = framework
    if (kind === 'static' && !place.has('Trunk.toml') && !place.has('index.html')) return []
    const crate = framework.crates.find((one) => Object.hasOwn(dependencies, one)) ?? id
    const proof = place.proof('Cargo.toml', crate, new RegExp(`^${crate}\\b`, 'm'))
    return [
      find('language', 'rust', proof),
      find('framework', { id, kind, major: null, spa: kind === 'static' }, proof),
      ...rustTools(place, proof),
      ...commands(place, name, kind, proof),
      ...(kind === 'server' ? rustPort(place, framework) : []),
    ]
  },
}

/** Trunk builds the crate that a page names: `<link data-trunk rel="rust" href="crates/app/Cargo.toml">`. */
function isTrunkPage(place: Place): boolean {
  return place.has('Cargo.toml') && /\bdata-trunk\b/.test(place.text('index.html') ?? '')
}

/** Pages at the top of a workspace, made by one of its crates. */
function pagesOf(place: Place): readonly Finding[] {
  const known = record(get(place.toml('Cargo.toml'), 'workspace', 'dependencies'))
  const used = rustFrameworks.filter(({ kind }) => kind === 'static').flatMap(({ crates }) => crates)
  const id = used.find((name) => Object.hasOwn(known, name)) ?? 'trunk'
  const proof = place.proof('index.html', 'data-trunk', 'data-trunk')
  return [
    find('language', 'rust', proof),
    find('framework', { id, kind: 'static', major: null, spa: true }, proof),
    ...rustTools(place, proof),
    ...commands(place, id, 'static', proof),
  ]
}

/** The name of the program: `default-run`, the one of `src/main.rs`, or the likeliest `[[bin]]`. */
function binaryOf(place: Place): string | null {
  const manifest = place.toml('Cargo.toml')
  const own = text(get(manifest, 'package', 'name'))
  const run = text(get(manifest, 'package', 'default-run'))
  const bins = list(get(manifest, 'bin')).flatMap((bin) => {
    const name = text(get(bin, 'name'))
    return name === null ? [] : [{ name, path: text(get(bin, 'path')) }]
  })
  const main = bins.find(({ path }) => path === 'src/main.rs')?.name ?? (place.has('src/main.rs') ? own : null)
  return (
    run ??
    main ??
    (bins.find(({ name }) => name === own || /server|api|web|app/.test(name)) ?? bins[0])?.name ??
    servingBinary(place)
  )
}

/** The only file of `src/bin` that runs a server: Cargo makes a program of each, https://doc.rust-lang.org/cargo/guide/project-layout.html (2026-11-22). */
function servingBinary(place: Place): string | null {
  const files = [...(place.repository.folder(place.at('src/bin'))?.files ?? [])].filter((name) => name.endsWith('.rs'))
  const serving = files.filter((name) => serves.test(place.text(`src/bin/${name}`) ?? ''))
  const [only] = serving
  return only !== undefined && serving.length === 1 ? only.slice(0, -'.rs'.length) : null
}

const serves =
  /\baxum::|\bactix_web\b|\brocket::|\bwarp::|\bpoem::|\bhyper::|\bserenity::|\bHttpServer\b|\btonic::transport::Server/

function commands(place: Place, name: string, kind: RustFramework['kind'], proof: Proof): readonly Finding[] {
  if (kind === 'static')
    return [
      find('build', 'trunk build --release', proof),
      find('output', text(get(place.toml('Trunk.toml'), 'build', 'dist')) ?? 'dist', proof),
    ]
  const top = workspaceAbove(place)
  const target = top
    ? `${place.root
        .slice(top.root === '.' ? 0 : top.root.length + 1)
        .split('/')
        .map(() => '..')
        .join('/')}/`
    : './'
  return [
    find('build', `cargo build --release${top ? ` --bin ${name}` : ''}`, proof),
    find('start', `${target}target/release/${name}`, proof),
  ]
}
