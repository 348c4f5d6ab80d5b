import { describe, expect, it } from 'vitest'
import { appOf } from '../../survey-of.ts'

const app = 'from fastapi import FastAPI\napp = FastAPI()\n'
const tests = { 'tests/test_api.py': 'import pytest\n\ndef test_ok():\n    assert True\n' }
const pip = { 'main.py': app, 'requirements.txt': 'fastapi\nuvicorn\n' }
const checksOf = (files: Readonly<Record<string, string>>) => {
  const { test, lint, devInstall } = appOf(files)
  return { test, lint, devInstall }
}

describe('tests and linters of Python', () => {
  it('G26 names no test where there is none', () => {
    expect(checksOf(pip)).toEqual({ test: null, lint: null, devInstall: null })
  })

  it('G26 takes a tests.py that startapp wrote for no test', () => {
    const files = {
      'manage.py': 'import django',
      'requirements.txt': 'django\n',
      'site/settings.py': 'ROOT_URLCONF = "site.urls"\nWSGI_APPLICATION = "site.wsgi.application"\n',
      'site/wsgi.py': 'from django.core.wsgi import get_wsgi_application\napplication = get_wsgi_application()\n',
      'shop/tests.py': 'from django.test import TestCase\n\n# Create your tests here.\n',
    }
    expect(appOf(files).test).toBeNull()
    const written = {
      ...files,
      'shop/tests.py': 'from django.test import TestCase\n\nclass A(TestCase):\n    def test_a(self):\n        pass\n',
    }
    expect(appOf(written).test).toBe('python manage.py test')
    const byPytest = {
      ...written,
      'shop/test_a.py': 'def test_a(): pass\n',
      'requirements-dev.txt': 'pytest\npytest-django\n',
      'pytest.ini': '[pytest]\nDJANGO_SETTINGS_MODULE = site.settings\n',
    }
    expect(checksOf(byPytest)).toEqual({
      test: 'python -m pytest',
      lint: null,
      devInstall: 'pip install -r requirements.txt -r requirements-dev.txt',
    })
  })

  it('installs pytest where tests import it and no list has it', () => {
    expect(checksOf({ ...pip, ...tests })).toEqual({
      test: 'python -m pytest',
      lint: null,
      devInstall: 'pip install -r requirements.txt pytest',
    })
  })

  it('runs no script that tries a server which has to be running', () => {
    const script = 'import requests\n\ndef test_health():\n    requests.get("http://localhost:8000")\n'
    expect(appOf({ ...pip, 'test_api.py': script }).test).toBeNull()
    expect(appOf({ ...pip, 'tests/test_api.py': script }).test).toBeNull()
  })

  it('runs unittest by its own discovery', () => {
    const source = 'import unittest\n\nclass A(unittest.TestCase):\n    def test_a(self):\n        pass\n'
    expect(appOf({ ...pip, 'tests/test_a.py': source }).test).toBe(
      'python -m unittest discover --start-directory tests',
    )
    expect(appOf({ ...pip, 'tests/__init__.py': '', 'tests/test_a.py': source }).test).toBe(
      'python -m unittest discover',
    )
    expect(appOf({ ...pip, 'tests.py': source }).test).toBe('python -m unittest tests')
  })

  it('runs tox for the Python that is there, and the session of nox', () => {
    const tox = '[tox]\nenvlist = py311, py312\n\n[testenv]\ndeps = pytest\ncommands = pytest\n'
    expect(appOf({ ...pip, ...tests, 'tox.ini': tox }).test).toBe('pipx run tox -e py')
    const nox = 'import nox\n\n@nox.session\ndef tests(session):\n    session.run("pytest")\n'
    expect(appOf({ ...pip, ...tests, 'noxfile.py': nox }).test).toMatch(/nox .*--session tests$/)
  })

  it('runs through uv with its development group, and asks for a group that is not the default', () => {
    const project = '[project]\nname = "api"\ndependencies = ["fastapi", "uvicorn"]\n'
    const uv = (more: string) => ({ 'main.py': app, ...tests, 'uv.lock': '', 'pyproject.toml': project + more })
    expect(checksOf(uv('\n[dependency-groups]\ndev = ["pytest", "ruff"]\n\n[tool.ruff]\nline-length = 100\n'))).toEqual(
      {
        test: 'uv run python -m pytest',
        lint: 'uv run ruff check .',
        devInstall: 'uv sync --frozen',
      },
    )
    expect(checksOf(uv('\n[dependency-groups]\ntest = ["pytest"]\n')).devInstall).toBe('uv sync --frozen --group test')
    expect(checksOf(uv('\n[project.optional-dependencies]\ntest = ["pytest"]\n')).devInstall).toBe(
      'uv sync --frozen --extra test',
    )
  })

  it('runs through Poetry with its groups', () => {
    const project =
      '[tool.poetry]\nname = "api"\n\n[tool.poetry.dependencies]\npython = "^3.12"\nfastapi = "*"\nuvicorn = "*"\n'
    const poetry = (more: string) => ({ 'main.py': app, ...tests, 'poetry.lock': '', 'pyproject.toml': project + more })
    expect(checksOf(poetry('\n[tool.poetry.group.dev.dependencies]\npytest = "*"\n'))).toEqual({
      test: 'poetry run python -m pytest',
      lint: null,
      devInstall: 'poetry install --no-root',
    })
    const optional =
      '\n[tool.poetry.group.test]\noptional = true\n\n[tool.poetry.group.test.dependencies]\npytest = "*"\n'
    expect(checksOf(poetry(optional)).devInstall).toBe('poetry install --no-root --with test')
  })

  it('takes extras and groups of a plain project', () => {
    const project = '[project]\nname = "api"\ndependencies = ["fastapi", "uvicorn"]\n'
    const files = {
      'main.py': app,
      ...tests,
      'pyproject.toml': `${project}\n[project.optional-dependencies]\ndev = ["pytest"]\n`,
    }
    expect(checksOf(files).devInstall).toBe("pip install -e '.[dev]'")
    const group = { ...files, 'pyproject.toml': `${project}\n[dependency-groups]\ndev = ["pytest"]\n` }
    expect(checksOf(group).devInstall).toBe('pip install . --group dev')
  })

  it('G42 takes no name of a group that a shell would read', () => {
    const project =
      '[project]\nname = "api"\ndependencies = ["fastapi", "uvicorn"]\n\n[dependency-groups]\n"a; id" = ["pytest"]\n'
    const { devInstall } = appOf({ 'main.py': app, ...tests, 'uv.lock': '', 'pyproject.toml': project })
    expect(devInstall).not.toContain('id')
  })

  it('lints with Ruff in the version of pre-commit where no list has it', () => {
    const files = {
      ...pip,
      'ruff.toml': 'line-length = 100\n',
      '.pre-commit-config.yaml': 'repos:\n  - repo: https://github.com/astral-sh/ruff-pre-commit\n    rev: v0.9.4\n',
    }
    expect(checksOf(files)).toEqual({ test: null, lint: 'pipx run ruff==0.9.4 check .', devInstall: null })
    const { '.pre-commit-config.yaml': _, ...unpinned } = files
    expect(appOf(unpinned).lint).toBe('pipx run ruff check .')
  })
})
