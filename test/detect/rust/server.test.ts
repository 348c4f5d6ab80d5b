import { describe, expect, it } from 'vitest'
import { appOf, surveyOf } from '../../survey-of.ts'

const cargo = (dependencies: string) =>
  `[package]\nname = "shop-api"\nversion = "0.1.0"\n\n[dependencies]\n${dependencies}\n`

describe('a Rust server', () => {
  it.each([
    ['axum', 'axum = "0.7"', 'let l = tokio::net::TcpListener::bind("0.0.0.0:3000").await.unwrap();', 3000],
    ['actix-web', 'actix-web = "4"', 'HttpServer::new(|| App::new()).bind(("127.0.0.1", 8080))?', 8080],
    ['rocket', 'rocket = "0.5"', '#[launch] fn rocket() -> _ { rocket::build() }', 8000],
    ['warp', 'warp = "0.3"', 'warp::serve(r).run(([0, 0, 0, 0], 3030)).await;', 3030],
  ])('with %s', (framework, dependency, body, port) => {
    expect(
      appOf({ 'Cargo.toml': cargo(dependency), 'Cargo.lock': '', 'src/main.rs': `fn main() { ${body} }` }),
    ).toMatchObject({
      kind: 'server',
      language: 'rust',
      framework,
      packageManager: { name: 'cargo' },
      install: null,
      build: 'cargo build --release',
      start: './target/release/shop-api',
      port,
      lockfile: 'Cargo.lock',
    })
  })

  it('takes PORT with its default', () => {
    const app = appOf({
      'Cargo.toml': cargo('axum = "0.7"'),
      'src/main.rs': 'let port = std::env::var("PORT").ok().and_then(|p| p.parse().ok()).unwrap_or(4000);',
    })
    expect(app).toMatchObject({ port: 4000, honoursPort: true })
  })

  it('is pinned by rust-toolchain.toml', () => {
    expect(
      appOf({
        'Cargo.toml': cargo('axum = "0.7"'),
        'src/main.rs': '',
        'rust-toolchain.toml': '[toolchain]\nchannel = "1.84.0"\n',
      }).runtime,
    ).toEqual({ name: 'rust', version: '1.84', from: 'rust-toolchain.toml' })
  })

  it('in a workspace is built there', () => {
    const { apps } = surveyOf({
      'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\n',
      'Cargo.lock': '',
      'crates/api/Cargo.toml': cargo('axum = "0.7"'),
      'crates/api/src/main.rs': '',
      'crates/core/Cargo.toml': '[package]\nname = "core"\n',
      'crates/core/src/lib.rs': '',
    })
    expect(apps.map(({ root, build, start, lockfile }) => ({ root, build, start, lockfile }))).toEqual([
      {
        root: '.',
        build: 'cargo build --release --bin shop-api',
        start: './target/release/shop-api',
        lockfile: 'Cargo.lock',
      },
    ])
  })
})

it('a Discord bot is a worker, a library none', () => {
  expect(appOf({ 'Cargo.toml': cargo('serenity = "0.12"'), 'src/main.rs': '' })).toMatchObject({
    kind: 'worker',
    framework: 'serenity',
    port: null,
  })
  expect(surveyOf({ 'Cargo.toml': cargo('axum = "0.7"'), 'src/lib.rs': '' }).apps).toEqual([])
})

it('a library with one file of a server below src/bin is that server', () => {
  const files = {
    'Cargo.toml': '[package]\nname = "shop"\n\n[lib]\npath = "src/lib.rs"\n\n[dependencies]\naxum = "0.8"\n',
    'src/lib.rs': '',
    'src/bin/seed.rs': 'fn main() {}\n',
  }
  const bin = 'use axum::Router;\nfn main() { let addr = SocketAddr::from(([0, 0, 0, 0], 3000)); }\n'
  expect(appOf({ ...files, 'src/bin/web.rs': bin })).toMatchObject({
    framework: 'axum',
    build: 'cargo build --release',
    start: './target/release/web',
    port: 3000,
  })
  expect(surveyOf(files).apps).toEqual([])
})
