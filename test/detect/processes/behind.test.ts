import { describe, expect, it } from 'vitest'
import { recipeOf, scriptCommand, targetsWith } from '../../../src/detect/commands/recipe.ts'
import { appOf } from '../../survey-of.ts'

describe('a script ends with a server', () => {
  it.each([
    ['#!/bin/sh\nset -e\nexec uvicorn app.main:app --port 8000\n', 'uvicorn app.main:app --port 8000'],
    ['alembic upgrade head\nuvicorn main:app \\\n  --port 80\n', 'alembic upgrade head && uvicorn main:app --port 80'],
    ['if [ "$A" = 1 ]; then\n  alembic upgrade head\nfi\nexec gunicorn app:app\n', 'gunicorn app:app'],
    [
      'rake db:create\nrake db:migrate\nrake db:seed\npuma -C config/puma.rb\n',
      'rake db:migrate && puma -C config/puma.rb',
    ],
    ['celery -A a worker &\nexec gunicorn app:app\n', null],
    ['python manage.py migrate\nexec "$@"\n', null],
    ['python manage.py migrate\nnginx -g "daemon off;"\n', null],
  ])('%j', (script, command) => {
    expect(scriptCommand(script)).toBe(command)
  })
})

it('a target of a Makefile is what it runs', () => {
  const makefile =
    'PORT ?= 8000\n\n.PHONY: run\nrun: install ## start\n\t@echo hi\n\t@python app.py\n\t-true\nvar:\n\t$(PYTHON) app.py\n'
  expect(recipeOf(makefile, 'run')).toEqual({ before: 'install ## start', command: 'python app.py && true' })
  expect(recipeOf(makefile, 'var')).toBeNull()
  expect(recipeOf(makefile, 'none')).toBeNull()
  expect(targetsWith(makefile, /app\.py/).map(({ name }) => name)).toEqual(['run', 'var'])
})

describe('the command behind a command', () => {
  const flask = {
    'requirements.txt': 'flask\ngunicorn\n',
    'app.py': 'from flask import Flask\napp = Flask(__name__)\n',
  }

  it('is found behind the script of an image', () => {
    const app = appOf({
      ...flask,
      Dockerfile: 'FROM python:3.11\nCOPY . .\nEXPOSE 5000\nENTRYPOINT ["./entrypoint.sh"]\n',
      'entrypoint.sh': '#!/bin/sh\nflask db upgrade\nexec gunicorn -b 0.0.0.0:5000 app:app\n',
    })
    expect(app.start).toBe('flask db upgrade && gunicorn -b 0.0.0.0:5000 app:app')
  })

  it('is found behind a target of a Makefile', () => {
    const app = appOf({ ...flask, Procfile: 'web: make serve\n', Makefile: 'serve:\n\tgunicorn app:app\n' })
    expect(app).toMatchObject({ start: 'gunicorn app:app', port: 8000, honoursPort: true })
  })

  it('waits for nothing', () => {
    const compose =
      'services:\n  web:\n    build: .\n    command: sh -c "sleep 5 && gunicorn app:app --bind 0.0.0.0:8000"\n'
    expect(appOf({ ...flask, 'compose.yml': compose }).start).toBe('gunicorn app:app --bind 0.0.0.0:8000')
  })

  it('needs no environment to be activated', () => {
    const Dockerfile =
      'FROM python:3.11\nCOPY . .\nCMD source .venv/bin/activate && gunicorn app:app --bind 0.0.0.0:80\n'
    expect(appOf({ ...flask, Dockerfile }).start).toBe('gunicorn app:app --bind 0.0.0.0:80')
  })
})

describe('a script with variables', () => {
  it('gives its command their defaults', () => {
    const script =
      ': "starts it"\nPORT=${PORT:-8080}\nWORKERS=${WORKERS:-2}\nexec gunicorn --bind 0.0.0.0:${PORT} --workers ${WORKERS} app:app\n'
    expect(scriptCommand(script)).toBe('gunicorn --bind 0.0.0.0:${PORT:-8080} --workers 2 app:app')
    expect(scriptCommand('HOST=$(hostname)\nexec gunicorn --bind $HOST:80 app:app\n')).toBeNull()
  })

  it('keeps those that the command sets', () => {
    const app = appOf({
      'requirements.txt': 'flask\ngunicorn\n',
      'src/app.py': 'from flask import Flask\napp = Flask(__name__)\n',
      Procfile: 'web: PYTHONPATH=./src bash start.sh\n',
      'start.sh': 'PORT=${PORT:-8080}\nexec gunicorn --bind 0.0.0.0:${PORT} src.app:app\n',
    })
    expect(app).toMatchObject({
      start: 'PYTHONPATH=./src gunicorn --bind 0.0.0.0:${PORT:-8080} src.app:app',
      port: 8080,
      honoursPort: true,
    })
  })
})
