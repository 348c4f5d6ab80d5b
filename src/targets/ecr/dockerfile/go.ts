import { argumentList, portOf } from '../../start-command.ts'
import {
  apt,
  asUser,
  blocks,
  type Cook,
  createUser,
  execForm,
  expose,
  folderInContext,
  healthCheck,
  plainHealthPath,
  systemPackages,
} from './recipe.ts'

const defaultVersion = '1.26'

/** Go programs: one static binary on Alpine, or on Debian where C libraries take part. */
export const go: Cook = (app) => {
  const version = newer(app.runtime?.version)
  const port = portOf(app)
  const folder = folderInContext(app)
  const cgo = app.needs.some((need) => /sqlite|cgo/.test(need)) || systemPackages(app).length > 0
  const source = /go (?:build|run|install)\b.*?\s(\.\/?[\w./-]*)\s*$/.exec(app.build ?? app.start ?? '')?.[1] ?? '.'
  const flags = (app.start ?? '')
    .split(/\s+/)
    .slice(1)
    .filter(() => !/^go /.test(app.start ?? ''))
  return {
    ok: true,
    ignore: ['**/*_test.go', 'tmp'],
    dockerfile: blocks(
      [
        `FROM golang:${version}-${cgo ? 'bookworm' : 'alpine'} AS build`,
        'WORKDIR /src',
        'COPY --parents go.mod go.sum go.work go.work.sum **/go.mod **/go.sum vendor ./',
        'RUN --mount=type=cache,target=/go/pkg/mod \\\n    go mod download',
        'COPY . .',
        folder !== '.' && `WORKDIR /src/${folder}`,
        'RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build \\',
        `    CGO_ENABLED=${cgo ? 1 : 0} go build -trimpath -ldflags='-s -w' -o /out/${app.name} ${source}`,
      ],
      [
        cgo ? 'FROM debian:bookworm-slim' : 'FROM alpine:3.22',
        ...(cgo
          ? [apt(['ca-certificates', 'tzdata', ...systemPackages(app)]), createUser]
          : ['RUN apk add --no-cache ca-certificates tzdata \\\n && adduser -S -D -u 10001 app']),
        'WORKDIR /app',
        '# Templates, static files and migrations that the program reads at run time; not needed where all are embedded',
        `COPY --exclude=**/*.go ${folder} ./`,
        `COPY --from=build /out/${app.name} /usr/local/bin/${app.name}`,
        port !== null && app.honoursPort !== false && `ENV PORT=${port}`,
        asUser('app', port),
        expose(port),
        cgo
          ? healthCheck(port, ['bash', '-c', `exec 3<>/dev/tcp/127.0.0.1/${port}`])
          : healthCheck(
              port,
              plainHealthPath(app)
                ? ['wget', '-q', '-O', '/dev/null', `http://127.0.0.1:${port}${plainHealthPath(app)}`]
                : ['nc', '-z', '127.0.0.1', String(port)],
            ),
        `CMD ${execForm([app.name, ...argumentList(flags.join(' ')).filter((word) => word !== '')])}`,
      ],
    ),
  }
}

/** Go keeps its promise of compatibility: a module that asks for an old release is built by a supported one. */
function newer(version: string | undefined): string {
  const minor = Number.parseInt(version?.split('.')[1] ?? '', 10)
  return version && minor > Number.parseInt(defaultVersion.split('.')[1] ?? '', 10) ? version : defaultVersion
}
