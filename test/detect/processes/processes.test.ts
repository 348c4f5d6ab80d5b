import { describe, expect, it } from 'vitest'
import { appOf, surveyOf } from '../../survey-of.ts'

const flask = { 'requirements.txt': 'flask\ngunicorn\n', 'app.py': 'from flask import Flask\napp = Flask(__name__)\n' }

describe('D31 G7 the start command is taken from', () => {
  it.each([
    ['a Procfile', { Procfile: 'web: gunicorn app:app --workers 3\n' }, 'gunicorn app:app --workers 3'],
    [
      'railway.toml',
      { 'railway.toml': '[deploy]\nstartCommand = "gunicorn app:app -b 0.0.0.0:$PORT"\n' },
      'gunicorn app:app -b 0.0.0.0:$PORT',
    ],
    ['railway.json', { 'railway.json': '{"deploy":{"startCommand":"gunicorn app:app"}}' }, 'gunicorn app:app'],
    [
      'render.yaml',
      { 'render.yaml': 'services:\n  - type: web\n    name: x\n    startCommand: gunicorn app:app\n' },
      'gunicorn app:app',
    ],
    ['heroku.yml', { 'heroku.yml': 'run:\n  web: gunicorn app:app --workers 2\n' }, 'gunicorn app:app --workers 2'],
    ['fly.toml', { 'fly.toml': '[processes]\napp = "gunicorn app:app"\n' }, 'gunicorn app:app'],
    ['nixpacks.toml', { 'nixpacks.toml': '[start]\ncmd = "gunicorn app:app"\n' }, 'gunicorn app:app'],
    [
      'app.yaml',
      { 'app.yaml': 'runtime: python312\nentrypoint: gunicorn -b :$PORT app:app\n' },
      'gunicorn -b :$PORT app:app',
    ],
    [
      'apprunner.yaml',
      { 'apprunner.yaml': 'version: 1.0\nruntime: python311\nrun:\n  command: gunicorn app:app --threads 4\n' },
      'gunicorn app:app --threads 4',
    ],
    [
      'a compose file',
      { 'compose.yml': 'services:\n  web:\n    build: .\n    command: gunicorn app:app --threads 2\n' },
      'gunicorn app:app --threads 2',
    ],
    [
      'the CMD of a Dockerfile',
      { Dockerfile: 'FROM python:3.11\nCOPY . .\nCMD ["gunicorn", "-b", "0.0.0.0:8000", "app:app"]\n' },
      'gunicorn -b 0.0.0.0:8000 app:app',
    ],
  ])('%s', (_, files, start) => {
    expect(appOf({ ...flask, ...files }).start).toBe(start)
  })
})

describe('a Procfile', () => {
  it('G6 with a worker makes an app of it, from the same code', () => {
    const { apps } = surveyOf({
      ...flask,
      Procfile: 'web: gunicorn app:app\nworker: rq worker jobs\nrelease: flask db upgrade\n',
    })
    expect(apps.map(({ name, kind, framework, start, port }) => ({ name, kind, framework, start, port }))).toEqual([
      { name: 'sample', kind: 'server', framework: 'flask', start: 'gunicorn app:app', port: 8000 },
      { name: 'sample-worker', kind: 'worker', framework: 'rq', start: 'rq worker jobs', port: null },
    ])
    expect(apps[0]?.remarks.join()).toContain('flask db upgrade')
  })

  it('with a worker only is a worker', () => {
    const app = appOf({
      'requirements.txt': 'requests\n',
      'poll.py': 'print(1)\n',
      Procfile: 'worker: python poll.py\n',
    })
    expect(app).toMatchObject({ kind: 'worker', start: 'python poll.py', framework: null })
  })

  it('with a web process of a program that nothing else tells makes a server', () => {
    expect(
      appOf({ 'requirements.txt': 'requests\n', 'serve.py': 'print(1)\n', Procfile: 'web: python serve.py\n' }),
    ).toMatchObject({ kind: 'server', language: 'python', start: 'python serve.py' })
  })

  it('that only hands out files makes no server', () => {
    expect(
      appOf({ 'index.html': '<!doctype html><html></html>', Procfile: 'web: python -m http.server $PORT\n' }),
    ).toMatchObject({ kind: 'static', start: null })
  })

  it('that starts a file that is not there is left aside and named', () => {
    const app = appOf({ ...flask, Procfile: 'web: gunicorn server:app\n' })
    expect(app.start).toBe('gunicorn --bind 0.0.0.0:5000 app:app')
    expect(app.remarks.join()).toContain('server.py')
  })

  it('for Elastic Beanstalk names folders of its own machines', () => {
    const app = appOf({
      ...flask,
      'lib/core.py': 'from flask import Flask\napp = Flask(__name__)\n',
      Procfile: 'web: gunicorn core:app --pythonpath /var/app/current/lib\n',
    })
    expect(app.start).toBe('gunicorn core:app --pythonpath lib')
  })

  it('above the app starts it in its folder', () => {
    const app = appOf({
      'backend/requirements.txt': flask['requirements.txt'],
      'backend/app.py': flask['app.py'],
      Procfile: 'web: cd backend && gunicorn app:app --workers 5\n',
    })
    expect(app).toMatchObject({ root: 'backend', start: 'gunicorn app:app --workers 5' })
  })

  it('that compiles at every start has these steps moved to the build', () => {
    const app = appOf({ ...flask, Procfile: 'web: flask db upgrade; flask translate compile; gunicorn app:app\n' })
    expect(app).toMatchObject({ start: 'flask db upgrade && gunicorn app:app', build: 'flask translate compile' })
  })

  it('in a Node repository gives its worker', () => {
    const { apps } = surveyOf({
      'package.json': '{"dependencies":{"express":"4"},"scripts":{"start":"node index.js"}}',
      'index.js': "const app = require('express')()\napp.listen(process.env.PORT || 3000)\n",
      Procfile: 'web: npm start\nworker: node jobs.js\n',
    })
    expect(apps.map(({ kind, start }) => [kind, start])).toEqual([
      ['server', 'npm start'],
      ['worker', 'node jobs.js'],
    ])
  })
})

describe('render.yaml', () => {
  it('gives each folder its own service', () => {
    const { apps } = surveyOf({
      'render.yaml':
        'services:\n  - type: web\n    name: api\n    rootDir: api\n    startCommand: gunicorn app:app -w 2\n  - type: worker\n    name: jobs\n    rootDir: api\n    startCommand: celery -A app.celery worker\n',
      'api/requirements.txt': 'flask\ngunicorn\ncelery\n',
      'api/app.py': flask['app.py'],
    })
    expect(apps.map(({ root, kind, start }) => [root, kind, start])).toEqual([
      ['api', 'server', 'gunicorn app:app -w 2'],
      ['api', 'worker', 'celery -A app.celery worker'],
    ])
  })
})

describe('D29 a port that the user has set is kept', () => {
  it.each([
    [
      'in apprunner.yaml',
      {
        'apprunner.yaml':
          'version: 1.0\nruntime: python311\nrun:\n  command: gunicorn app:app\n  network:\n    port: 8181\n',
      },
      8181,
    ],
    ['in fly.toml', { 'fly.toml': '[http_service]\ninternal_port = 8282\n' }, 8282],
    [
      'in a Copilot manifest',
      {
        'copilot/api/manifest.yml': 'name: api\nimage:\n  build: Dockerfile\n  port: 8383\n',
        Dockerfile: 'FROM python:3.11\nCOPY . .\nCMD gunicorn app:app\n',
      },
      8383,
    ],
  ])('%s', (_, files, port) => {
    expect(appOf({ ...flask, ...files }).port).toBe(port)
  })
})

it('D33 an app.json of Heroku in a Python repository is no mobile app', () => {
  expect(appOf({ ...flask, 'app.json': '{"name":"x","formation":{"web":{"quantity":1}}}' })).toMatchObject({
    kind: 'server',
    framework: 'flask',
  })
})
