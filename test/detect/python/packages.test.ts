import { describe, expect, it } from 'vitest'
import { appOf } from '../../survey-of.ts'

const main = { 'main.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n' }
const project = '[project]\nname = "api"\nrequires-python = ">=3.12"\ndependencies = ["fastapi", "uvicorn"]\n'
const poetry =
  '[tool.poetry]\nname = "api"\n[tool.poetry.dependencies]\npython = "^3.11"\nfastapi = "^0.115"\nuvicorn = {extras = ["standard"], version = "^0.30"}\n[build-system]\nrequires = ["poetry-core"]\nbuild-backend = "poetry.core.masonry.api"\n'

describe('the packages of a Python project are installed', () => {
  it.each([
    [
      'by pip from requirements.txt',
      { 'requirements.txt': 'fastapi\nuvicorn\n' },
      'pip',
      'pip install -r requirements.txt',
      null,
    ],
    [
      'by pip from a misspelt list',
      { 'requirments.txt': 'fastapi\nuvicorn\n' },
      'pip',
      'pip install -r requirments.txt',
      null,
    ],
    [
      'G13 by uv with its lockfile',
      { 'pyproject.toml': project, 'uv.lock': '' },
      'uv',
      'uv sync --frozen --no-dev',
      'uv.lock',
    ],
    [
      'D24 by Poetry with its lockfile',
      { 'pyproject.toml': poetry, 'poetry.lock': '' },
      'poetry',
      'poetry install --only main --no-root',
      'poetry.lock',
    ],
    [
      'by Pipenv with its lockfile',
      { Pipfile: '[packages]\nfastapi = "*"\nuvicorn = "*"\n', 'Pipfile.lock': '{}' },
      'pipenv',
      'pipenv install --deploy',
      'Pipfile.lock',
    ],
    [
      'by Pipenv without one',
      { Pipfile: '[packages]\nfastapi = "*"\nuvicorn = "*"\n' },
      'pipenv',
      'pipenv install',
      null,
    ],
    [
      'by the list that pins every version, where Pipenv has no lockfile',
      {
        Pipfile: '[packages]\nfastapi = "*"\nuvicorn = "*"\n',
        'requirements.txt': 'fastapi==0.110.0\nuvicorn==0.29.0\n',
      },
      'pip',
      'pip install -r requirements.txt',
      null,
    ],
    [
      'by Pipenv, where the list pins nothing either',
      { Pipfile: '[packages]\nfastapi = "*"\nuvicorn = "*"\n', 'requirements.txt': 'fastapi\nuvicorn\n' },
      'pipenv',
      'pipenv install',
      null,
    ],
    ['by PDM', { 'pyproject.toml': `${project}[tool.pdm]\n`, 'pdm.lock': '' }, 'pdm', 'pdm sync --prod', 'pdm.lock'],
    ['by pip as a project without a lockfile', { 'pyproject.toml': project }, 'pip', 'pip install .', null],
    [
      'by conda',
      {
        'environment.yml': 'name: x\ndependencies:\n  - python=3.12\n  - pip\n  - pip:\n    - fastapi\n    - uvicorn\n',
      },
      'conda',
      'conda env update --name base --file environment.yml',
      null,
    ],
  ])('%s', (_, files, name, install, lockfile) => {
    expect(appOf({ ...main, ...files })).toMatchObject({ packageManager: { name }, install, lockfile })
  })

  it('D25 by the lockfile where there are two lists, whatever the order of the listing, and the other is named', () => {
    const files: Record<string, string> = {
      ...main,
      'requirements.txt': 'fastapi\n',
      'pyproject.toml': project,
      'uv.lock': '',
    }
    const there = appOf(files)
    const back = appOf(Object.fromEntries(Object.entries(files).reverse()))
    expect(there).toEqual(back)
    expect(there.install).toBe('uv sync --frozen --no-dev')
    expect(there.remarks.join()).toContain('requirements.txt')
  })

  it('D25 by what the Dockerfile runs where that says it', () => {
    const dockerfile =
      'FROM python:3.12\nCOPY . .\nRUN pip install -r requirements.txt\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0"]\n'
    expect(
      appOf({
        ...main,
        'requirements.txt': 'fastapi\nuvicorn\n',
        'pyproject.toml': project,
        'uv.lock': '',
        Dockerfile: dockerfile,
      }).install,
    ).toBe('pip install -r requirements.txt')
  })

  it('with the groups that the Dockerfile asks for', () => {
    const dockerfile =
      'FROM python:3.12\nCOPY . .\nRUN /root/.local/bin/uv sync --no-dev --group postgres\nCMD ["uvicorn", "main:app"]\n'
    expect(appOf({ ...main, 'pyproject.toml': project, 'uv.lock': '', Dockerfile: dockerfile }).install).toBe(
      'uv sync --no-dev --group postgres --frozen',
    )
  })

  it('from the lockfile of the workspace above', () => {
    const app = appOf({
      'pyproject.toml': '[tool.uv.workspace]\nmembers = ["backend"]\n',
      'uv.lock': '',
      'backend/pyproject.toml': project,
      'backend/main.py': main['main.py'],
    })
    expect(app).toMatchObject({
      root: 'backend',
      install: 'uv sync --frozen --no-dev --package api',
      lockfile: 'uv.lock',
    })
  })

  it('with the project itself where it is a package', () => {
    expect(
      appOf({ 'pyproject.toml': poetry, 'poetry.lock': '', 'api/__init__.py': '', 'api/main.py': main['main.py'] })
        .install,
    ).toBe('poetry install --only main')
  })
})

describe('the version of Python', () => {
  const list = { 'requirements.txt': 'fastapi\nuvicorn\n' }

  it.each([
    ['is pinned by .python-version', { '.python-version': '3.12.4\n' }, '3.12', '.python-version'],
    ['is pinned by runtime.txt', { 'runtime.txt': 'python-3.11.9\n' }, '3.11', 'runtime.txt'],
    ['is pinned by .tool-versions', { '.tool-versions': 'nodejs 22.1.0\npython 3.13.1\n' }, '3.13', '.tool-versions'],
    ['is pinned by mise.toml', { 'mise.toml': '[tools]\npython = "3.12"\n' }, '3.12', 'mise.toml'],
    [
      'is that of the image',
      { Dockerfile: 'FROM python:3.10-slim\nCOPY . .\nCMD uvicorn main:app\n' },
      '3.10',
      'Dockerfile',
    ],
    [
      'is that of the uv image',
      { Dockerfile: 'FROM ghcr.io/astral-sh/uv:python3.13-bookworm-slim\nCOPY . .\nCMD uvicorn main:app\n' },
      '3.13',
      'Dockerfile',
    ],
    [
      'is that of render.yaml',
      {
        'render.yaml':
          'services:\n  - type: web\n    startCommand: uvicorn main:app\n    envVars:\n      - key: PYTHON_VERSION\n        value: 3.12.4\n',
      },
      '3.12',
      'render.yaml',
    ],
    [
      'is the oldest of a range, from 3.11 on',
      { 'pyproject.toml': '[project]\nname = "x"\nrequires-python = ">=3.9,<4"\n' },
      '3.11',
      'pyproject.toml',
    ],
    [
      'is the lower end of a newer range',
      { 'pyproject.toml': '[project]\nname = "x"\nrequires-python = ">=3.13"\n' },
      '3.13',
      'pyproject.toml',
    ],
    [
      'is what a compatible release says',
      { 'pyproject.toml': '[project]\nname = "x"\nrequires-python = "~=3.12.0"\n' },
      '3.12',
      'pyproject.toml',
    ],
    ['is 3.11 by default', {}, '3.11', 'default'],
  ])('%s', (_, files, version, from) => {
    expect(appOf({ ...main, ...list, ...files }).runtime).toEqual({ name: 'python', version, from })
  })

  it('G12 pinned twice is taken from the first, and the clash is named', () => {
    const app = appOf({
      ...main,
      ...list,
      '.python-version': '3.12',
      Dockerfile: 'FROM python:3.9\nCOPY . .\nCMD uvicorn main:app\n',
    })
    expect(app.runtime?.version).toBe('3.12')
    expect(app.remarks.join()).toContain('Dockerfile says 3.9')
  })

  it('is pinned for a server without packages, too', () => {
    const app = appOf({ 'server.py': 'print()', Procfile: 'web: python server.py', '.python-version': '3.12' })
    expect(app.runtime).toMatchObject({ version: '3.12', from: '.python-version' })
  })

  it('pinned twice alike is no clash', () => {
    const app = appOf({
      ...main,
      ...list,
      '.python-version': '3.12.1',
      'pyproject.toml': '[project]\nname = "x"\nrequires-python = ">=3.10"\n',
    })
    expect(app.remarks.join()).not.toContain('is taken from')
  })

  it('that has ended is named with its day', () => {
    expect(appOf({ ...main, ...list, '.python-version': '3.8' }).remarks.join()).toContain(
      'Python 3.8 (.python-version) reached its end of life on 2024-10-07',
    )
  })
})
