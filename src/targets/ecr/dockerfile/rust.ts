import { portOf } from '../../start-command.ts'
import {
  apt,
  asUser,
  bashCheck,
  blocks,
  type Cook,
  createUser,
  execForm,
  expose,
  folderInContext,
  systemPackages,
} from './recipe.ts'

/** Rust programs: cargo with its caches, the binary alone on Debian of the same release. */
export const rust: Cook = (app) => {
  const version = app.runtime && /^\d/.test(app.runtime.version) ? app.runtime.version : '1'
  const binary =
    /target\/release\/([\w-]+)/.exec(`${app.start ?? ''} ${app.build ?? ''}`)?.[1] ??
    /--bin[ =]([\w-]+)/.exec(`${app.start ?? ''} ${app.build ?? ''}`)?.[1]
  const port = portOf(app)
  const folder = folderInContext(app)
  const postgres = app.needs.includes('postgresql')
  const target = folder === '.' ? '' : ` --manifest-path ${folder}/Cargo.toml`
  const select = binary ? ` --bin ${binary}` : ''
  return {
    ok: true,
    ignore: ['**/target'],
    dockerfile: blocks(
      [
        `FROM rust:${version}-bookworm AS build`,
        'WORKDIR /src',
        apt(postgres ? ['libpq-dev'] : []),
        'COPY . .',
        '# The caches are not part of the layer: the program is copied out of them in the same step',
        'RUN --mount=type=cache,target=/usr/local/cargo/registry --mount=type=cache,target=/src/target \\',
        `    cargo build --release${app.lockfile === null ? '' : ' --locked'}${target}${select} \\`,
        ' && mkdir /out \\',
        ' && find target/release -maxdepth 1 -type f -executable ! -name "*.so" -exec cp {} /out/ \\;',
      ],
      [
        'FROM debian:bookworm-slim',
        apt(['ca-certificates', 'libssl3', ...(postgres ? ['libpq5'] : []), ...systemPackages(app)]),
        createUser,
        'WORKDIR /app',
        '# Templates, static files and migrations that the program reads at run time; not needed where all are embedded',
        `COPY --exclude=**/*.rs ${folder} ./`,
        'COPY --from=build /out/ /usr/local/bin/',
        port !== null && app.honoursPort !== false && `ENV PORT=${port}`,
        asUser('app', port),
        expose(port),
        bashCheck(port),
        `CMD ${execForm([binary ?? app.name])}`,
      ],
    ),
  }
}
