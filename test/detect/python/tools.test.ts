import { describe, expect, it } from 'vitest'
import { appOf, surveyOf } from '../../survey-of.ts'

const fastapi = { 'app/main.py': 'from fastapi import FastAPI\napp = FastAPI()\n' }
const pyproject = (more = '', python = '>=3.11') =>
  `[project]\nname = "shop"\nrequires-python = "${python}"\ndependencies = ["fastapi[standard]"]\n${more}`
const image = (run: string) => `FROM python:3.12\nCOPY . .\nRUN ${run}\nCMD ["uvicorn", "app.main:app"]\n`

describe('the package manager of a Python project', () => {
  it.each([
    ['uv sync --no-dev', '', 'uv', 'uv sync --no-dev'],
    [
      'uv pip compile pyproject.toml -o requirements.txt && uv pip install -r requirements.txt',
      '[tool.uv]\npackage = false\n',
      'uv',
      'uv sync --no-dev',
    ],
    ['pip install .', '', 'pip', 'pip install .'],
  ])('is told by the image: %s', (run, more, name, install) => {
    const app = appOf({ ...fastapi, 'pyproject.toml': pyproject(more), Dockerfile: image(run) })
    expect(app).toMatchObject({ packageManager: { name }, install })
  })
})

describe('an image only', () => {
  it('is left by a package from Git', () => {
    const files = {
      ...fastapi,
      'requirements.txt': 'fastapi\nuvicorn\nshared @ git+https://github.com/acme/shared.git\n',
    }
    expect(appOf(files).imageOnly.join()).toContain('with Git')
  })

  it('is left by a range that ends before Python 3.11', () => {
    expect(appOf({ ...fastapi, 'pyproject.toml': pyproject('', '>=3.9,<3.11') }).imageOnly.join()).toContain(
      '>=3.9,<3.11',
    )
    expect(appOf({ ...fastapi, 'pyproject.toml': pyproject('', '>=3.9') }).imageOnly).toEqual([])
  })
})

it('a file of a package that is imported by its whole name runs as a module', () => {
  const bot = 'import discord\nbot = discord.Client()\nbot.run("t")\n'
  const list = { 'requirements.txt': 'discord.py\n' }
  expect(appOf({ ...list, 'src/main.py': `from src.config import TOKEN\n${bot}` }).start).toBe('python -m src.main')
  expect(appOf({ ...list, 'bot/main.py': `from .config import TOKEN\n${bot}` }).start).toBe('python -m bot.main')
  expect(appOf({ ...list, 'src/main.py': `from config import TOKEN\n${bot}` }).start).toBe('python src/main.py')
})

it('uWSGI listens where its settings say', () => {
  const app = appOf({
    'manage.py': 'import django\n',
    'requirements.txt': 'django\nuwsgi\n',
    'django.ini': '[uwsgi]\nsocket = :8001\n',
    Dockerfile: 'FROM python:3.11\nCOPY . .\nCMD ["uwsgi", "--ini", "django.ini"]\n',
  })
  expect(app).toMatchObject({ start: 'uwsgi --ini django.ini', port: 8001 })
})

it('settings of Django that only scripts use make no server', () => {
  const files = { 'requirements.txt': 'Django==4.2\npika\n', 'shop/settings.py': 'import django\nSTATIC_URL = "/"\n' }
  expect(surveyOf({ ...files, 'consumer.py': 'import django\ndjango.setup()\n' }).apps).toEqual([])
})
