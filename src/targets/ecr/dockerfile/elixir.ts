import { portOf } from '../../start-command.ts'
import { apt, asUser, bashCheck, blocks, type Cook, createUser, execForm, expose, systemPackages } from './recipe.ts'

const defaultVersion = '1.18'

/** Phoenix and other Mix projects as a release. */
export const elixir: Cook = (app) => {
  const image = `elixir:${app.runtime?.version ?? defaultVersion}-slim`
  const port = portOf(app)
  const phoenix = app.framework === 'phoenix'
  const release = /\bbin\/(?!server)([\w-]+)\s+start/.exec(app.start ?? '')?.[1]
  const assets = (app.build ?? '').includes('assets.deploy')
  return {
    ok: true,
    ignore: ['_build', 'deps', 'assets/node_modules', 'priv/static/assets', '.elixir_ls'],
    dockerfile: blocks(
      [
        `FROM ${image} AS build`,
        apt(['build-essential', 'ca-certificates', 'git']),
        'WORKDIR /app',
        'ENV MIX_ENV=prod',
        'RUN mix local.hex --force && mix local.rebar --force',
        'COPY --parents mix.exs mix.lock config/config.exs config/prod.exs ./',
        'RUN mix deps.get --only prod && mix deps.compile',
        'COPY . .',
        assets ? 'RUN mix assets.deploy && mix compile' : 'RUN mix compile',
        'RUN mix release --path /release',
        ...(release
          ? []
          : [
              '# The release is named after the project: one fixed name to start it by',
              'RUN ln -s "$(basename "$(find /release/bin -name \'*.bat\' | head -n 1)" .bat)" /release/bin/start-release',
            ]),
      ],
      [
        '# The same base as above: the release brings its own Erlang, which wants the same C library and OpenSSL',
        `FROM ${image}`,
        apt(['ca-certificates', ...systemPackages(app)]),
        createUser,
        'WORKDIR /app',
        'COPY --from=build --chown=app:app /release ./',
        `ENV LANG=C.UTF-8 MIX_ENV=prod${phoenix ? ' PHX_SERVER=true' : ''}${port === null ? '' : ` PORT=${port}`}`,
        asUser('app', port),
        expose(port),
        bashCheck(port),
        `CMD ${execForm([`/app/bin/${release ?? 'start-release'}`, 'start'])}`,
      ],
    ),
  }
}
