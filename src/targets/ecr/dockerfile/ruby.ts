import type { App } from '../../../model.ts'
import { argumentList, listenEverywhere, portOf } from '../../start-command.ts'
import { apt, asUser, bashCheck, blocks, type Cook, createUser, execForm, expose, systemPackages } from './recipe.ts'

const defaultVersion = '3.4'

/** Rails, Sinatra and other Rack servers with Bundler, after the Dockerfile that Rails itself generates. */
export const ruby: Cook = (app) => {
  const rails = app.framework === 'rails'
  const start = app.start ?? (rails ? 'bundle exec rails server' : null)
  if (start === null) return { ok: false, because: ({ ecr }) => ecr.noStart }
  const version = app.runtime?.version ?? defaultVersion
  const minor = Number.parseFloat(version)
  const suite = minor >= 3.2 ? 'trixie' : 'bookworm'
  return {
    ok: true,
    dockerfile: text(app, start, `ruby:${version}-slim-${suite}`, rails),
    ignore: [
      'log',
      'tmp',
      'storage',
      'node_modules',
      'public/assets',
      'vendor/bundle',
      'config/master.key',
      'config/credentials/*.key',
    ],
  }
}

function text(app: App, start: string, image: string, rails: boolean): string {
  const port = portOf(app)
  const packages = /&& ((?:yarn|npm|pnpm|bun) .+)$/.exec(app.install ?? '')?.[1] ?? null
  const assets = packages !== null || (app.build !== null && /\b(?:yarn|npm|pnpm|node)\b/.test(app.build))
  const tools = ['build-essential', 'git', 'libyaml-dev', 'pkg-config', ...(assets ? ['nodejs', 'npm'] : [])]
  return blocks(
    [
      `FROM ${image} AS base`,
      'WORKDIR /app',
      apt([...libraries(app, 'runtime'), ...systemPackages(app)]),
      `ENV BUNDLE_DEPLOYMENT=1 BUNDLE_PATH=/usr/local/bundle BUNDLE_WITHOUT=development:test ${rails ? 'RAILS_ENV' : 'RACK_ENV'}=production`,
    ],
    [
      'FROM base AS build',
      apt([...tools, ...libraries(app, 'headers')]),
      'COPY --parents Gemfile Gemfile.lock .ruby-version vendor ./',
      'RUN bundle install --jobs 4 && rm -rf "$BUNDLE_PATH"/ruby/*/cache',
      'COPY . .',
      ...(packages === null ? [] : [`RUN ${manager(packages)}${packages}`]),
      ...(app.build === null
        ? []
        : [buildNote, `RUN SECRET_KEY_BASE_DUMMY=1 SECRET_KEY_BASE=only-for-the-build ${oneCommand(app.build)}`]),
    ],
    [
      'FROM base',
      createUser,
      'COPY --from=build /usr/local/bundle /usr/local/bundle',
      'COPY --from=build /app ./',
      rails && 'RUN mkdir -p log storage tmp && chown -R app:app log storage tmp',
      `ENV LANG=C.UTF-8${rails ? ' RAILS_LOG_TO_STDOUT=1 RAILS_SERVE_STATIC_FILES=1' : ''}${port === null ? '' : ` PORT=${port}`}`,
      asUser('app', port),
      expose(port),
      bashCheck(port),
      `CMD ${execForm(argumentList(listenEverywhere(start, String(port))))}`,
    ],
  )
}

// Debian's Node.js comes with npm alone.
function manager(install: string): string {
  const name = /^(?:yarn|pnpm|bun)\b/.exec(install)?.[0]
  return name === undefined ? '' : `npm install --global ${name} && `
}

const buildNote = '# A key that only this step sees: compiling assets needs one and keeps nothing of it'

/** Variables before a list of commands would reach the first only. */
function oneCommand(build: string): string {
  return /&&|;|\|/.test(build) ? `sh -c ${JSON.stringify(build)}` : build
}

function libraries(app: App, part: 'runtime' | 'headers'): readonly string[] {
  return app.needs.flatMap((need) => databases[need]?.[part] ?? [])
}

const databases: Record<string, { readonly runtime: readonly string[]; readonly headers: readonly string[] }> = {
  postgresql: { runtime: ['libpq5'], headers: ['libpq-dev'] },
  mysql: { runtime: ['libmariadb3'], headers: ['default-libmysqlclient-dev'] },
  sqlite: { runtime: ['libsqlite3-0'], headers: ['libsqlite3-dev'] },
}
