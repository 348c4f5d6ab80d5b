import type { App } from '../../../model.ts'
import { pythonPackages } from '../../python-packages.ts'
import { argumentList, listenEverywhere, portOf } from '../../start-command.ts'
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
  portVariable,
  systemPackages,
} from './recipe.ts'

const defaultVersion = '3.13'

/** Python servers with pip, Poetry, uv or Pipenv: a virtual environment, built with compilers at hand and run without them. */
export const python: Cook = (app) => {
  if (app.start === null) return { ok: false, because: ({ ecr }) => ecr.noStart }
  const version = app.runtime?.version ?? defaultVersion
  const minor = Number.parseInt(version.split('.')[1] ?? '', 10)
  const suite = version.startsWith('3.') && minor < 9 ? (minor < 7 ? 'bullseye' : 'bookworm') : 'trixie'
  return { ok: true, dockerfile: text(app, app.start, `python:${version}`, suite), ignore }
}

const ignore = [
  '**/__pycache__',
  '**/*.pyc',
  '**/.venv',
  '**/venv',
  '**/.pytest_cache',
  '**/.mypy_cache',
  '**/.ruff_cache',
  '**/*.sqlite3',
]

function text(app: App, start: string, image: string, suite: string): string {
  const folder = folderInContext(app)
  const here = folder === '.' ? '/app' : `/app/${folder}`
  const port = portOf(app)
  const run = port === null ? start : listenEverywhere(start, String(port))
  return blocks(
    [
      '# The full image has the compilers and headers that packages without a wheel want',
      `FROM ${image}-${suite} AS build`,
      'ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1',
      'WORKDIR /app',
      ...install(app),
      ...added(app),
      ...(app.build === null ? [] : [folder !== '.' && `WORKDIR ${here}`, `RUN ${app.build}`]),
    ],
    [
      `FROM ${image}-slim-${suite}`,
      apt([...systemPackages(app), ...clientLibraries(app)]),
      createUser,
      `ENV PATH=/opt/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1${portVariable(app, start)}`,
      'COPY --from=build /opt/venv /opt/venv',
      'COPY --from=build /app /app',
      `WORKDIR ${here}`,
      asUser('app', port),
      expose(port),
      check(app),
      `CMD ${execForm(argumentList(run))}`,
    ],
  )
}

/** Drivers that were compiled need the database's client library at run time too. */
function clientLibraries(app: App): readonly string[] {
  return app.needs.flatMap((need) => (need === 'postgresql' ? ['libpq5'] : need === 'mysql' ? ['libmariadb3'] : []))
}

function check(app: App): string | false {
  const port = portOf(app)
  const path = plainHealthPath(app)
  const script = path
    ? `import urllib.request; urllib.request.urlopen('http://127.0.0.1:${port}${path}', timeout=3)`
    : `import socket; socket.create_connection(('127.0.0.1', ${port}), timeout=3)`
  return healthCheck(port, ['python', '-c', script])
}

const environment = ['RUN python -m venv /opt/venv', 'ENV VIRTUAL_ENV=/opt/venv PATH=/opt/venv/bin:$PATH']
const pipCache = '--mount=type=cache,target=/root/.cache/pip \\\n    '

function install(app: App): readonly string[] {
  if (app.install === null) return [...environment, 'COPY . .']
  const name = app.packageManager?.name ?? 'pip'
  if (name === 'poetry') return poetry(app)
  if (name === 'uv') return uv(app)
  if (name === 'pipenv') return pipenv()
  return pip(app)
}

/** Servers that the start command calls and the project does not list. The environment of uv has no pip. */
function added(app: App): readonly string[] {
  const names = pythonPackages(app)
  if (names.length === 0) return []
  const program =
    app.install !== null && app.packageManager?.name === 'uv' ? 'uv pip install --python /opt/venv' : 'pip install'
  return [`RUN ${pipCache}${program} ${names.join(' ')}`]
}

function pip(app: App): readonly string[] {
  const file = /(?:-r|--requirement)[ =]?([\w./-]+)/.exec(app.install ?? '')?.[1]
  if (!file || file.includes('..')) {
    return [
      ...environment,
      'COPY . .',
      `RUN ${pipCache}pip install ${folderInContext(app) === '.' ? '.' : `./${folderInContext(app)}`}`,
    ]
  }
  const from = folderInContext(app) === '.' ? '' : `${folderInContext(app)}/`
  const path = `${from}${file}`
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
  return [
    ...environment,
    '# Requirements first: packages are installed again only when they change',
    `COPY --parents ${folder}*.txt ./`,
    `RUN ${pipCache}pip install --requirement ${path}`,
    'COPY . .',
  ]
}

/** The installer stays outside the environment that is shipped. */
function poetry(app: App): readonly string[] {
  const wanted = app.packageManager?.version ? `poetry==${app.packageManager.version}` : 'poetry>=2,<3'
  const bare = (app.install ?? '').includes('--no-root')
  return [
    `RUN ${pipCache}pip install '${wanted}'`,
    ...environment,
    'COPY --parents pyproject.toml poetry.lock ./',
    `RUN --mount=type=cache,target=/root/.cache/pypoetry \\\n    poetry install --only main --no-root --no-interaction`,
    'COPY . .',
    ...(bare ? [] : ['RUN poetry install --only main --no-interaction']),
  ]
}

function uv(app: App): readonly string[] {
  const wanted = app.packageManager?.version ? `uv==${app.packageManager.version}` : 'uv<1'
  const frozen = app.lockfile === null ? '' : ' --frozen'
  const only = app.workspace?.packageName ? ` --package ${app.workspace.packageName}` : ''
  const cache = '--mount=type=cache,target=/root/.cache/uv \\\n    '
  return [
    `RUN ${pipCache}pip install '${wanted}'`,
    '# The image brings the Python of the app: uv must not download another',
    'ENV UV_LINK_MODE=copy UV_PROJECT_ENVIRONMENT=/opt/venv UV_PYTHON=/usr/local/bin/python3 UV_PYTHON_DOWNLOADS=never PATH=/opt/venv/bin:$PATH',
    `COPY --parents pyproject.toml uv.lock${app.workspace ? ' **/pyproject.toml' : ''} ./`,
    `RUN ${cache}uv sync${frozen} --no-dev --no-install-workspace${only}`,
    'COPY . .',
    `RUN ${cache}uv sync${frozen} --no-dev${only}`,
  ]
}

function pipenv(): readonly string[] {
  return [
    `RUN ${pipCache}pip install pipenv`,
    'COPY Pipfile Pipfile.lock ./',
    'RUN pipenv requirements > /tmp/requirements.txt',
    ...environment,
    `RUN ${pipCache}pip install --requirement /tmp/requirements.txt`,
    'COPY . .',
  ]
}
