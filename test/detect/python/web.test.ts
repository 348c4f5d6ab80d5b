import { describe, expect, it } from 'vitest'
import { wanted } from '../../../src/detect.ts'
import { appOf, surveyOf } from '../../survey-of.ts'
import { treeOf } from '../../tree-of.ts'

const flaskApp = "from flask import Flask\napp = Flask(__name__)\n\n@app.route('/')\ndef index():\n    return 'hi'\n"

describe('a Flask server', () => {
  it('is served by gunicorn where that is listed', () => {
    expect(appOf({ 'requirements.txt': 'Flask==3.0\ngunicorn\n', 'app.py': flaskApp })).toMatchObject({
      kind: 'server',
      language: 'python',
      framework: 'flask',
      install: 'pip install -r requirements.txt',
      start: 'gunicorn --bind 0.0.0.0:5000 app:app',
      port: 5000,
    })
  })

  it('without gunicorn runs as it is written, and says so', () => {
    const app = appOf({
      'requirements.txt': 'flask\n',
      'server.py': `${flaskApp}\nif __name__ == '__main__':\n    app.run(host='0.0.0.0', port=8080)\n`,
    })
    expect(app).toMatchObject({ start: 'python server.py', port: 8080 })
    expect(app.remarks.join()).toContain('development server')
  })

  it('that would listen on its own machine only is started by the flask command', () => {
    const app = appOf({
      'requirements.txt': 'flask\n',
      'main.py': `${flaskApp}\nif __name__ == "__main__":\n    app.run(debug=True)\n`,
    })
    expect(app.start).toBe('flask --app main:app run --host 0.0.0.0 --port 5000')
  })

  it('takes the port from the environment with its default', () => {
    const app = appOf({
      'requirements.txt': 'flask\n',
      'app.py': `import os\n${flaskApp}\nif __name__ == '__main__':\n    app.run(host="0.0.0.0", port=int(os.environ.get("PORT", 5050)))\n`,
    })
    expect(app).toMatchObject({ start: 'python app.py', port: 5050, honoursPort: true })
  })

  it('D27 with a factory in a package is called by gunicorn', () => {
    const app = appOf({
      'requirements.txt': 'flask\ngunicorn\n',
      'shop/__init__.py':
        'from flask import Flask\n\ndef create_app(config=None):\n    app = Flask(__name__)\n    return app\n',
    })
    expect(app.start).toBe("gunicorn --bind 0.0.0.0:5000 'shop:create_app()'")
  })

  it('whose wsgi.py calls the factory is served from there', () => {
    const app = appOf({
      'requirements.txt': 'flask\ngunicorn\n',
      'wsgi.py': 'from shop import create_app\n\napp = create_app()\n',
      'shop/__init__.py': 'from flask import Flask\n\ndef create_app():\n    app = Flask(__name__)\n    return app\n',
    })
    expect(app).toMatchObject({ framework: 'flask', start: 'gunicorn --bind 0.0.0.0:5000 wsgi:app' })
  })

  it('D34 with templates/index.html is a server and no static site', () => {
    const survey = surveyOf({
      'requirements.txt': 'flask\n',
      'app.py': flaskApp,
      'templates/index.html': '<html></html>',
      'static/app.js': '',
    })
    expect(survey.apps.map(({ root, kind }) => [root, kind])).toEqual([['.', 'server']])
  })

  it('D22 with a package.json for its tools is a Python server', () => {
    const app = appOf({
      'requirements.txt': 'flask\ngunicorn\n',
      'app.py': flaskApp,
      'package.json': '{"devDependencies":{"prettier":"3"},"scripts":{"format":"prettier -w ."}}',
      'package-lock.json': '{"lockfileVersion":3}',
    })
    expect(app).toMatchObject({ language: 'python', packageManager: { name: 'pip' }, build: null })
  })

  it('builds its assets by the build script of a package.json beside it', () => {
    const app = appOf({
      'requirements.txt': 'flask\ngunicorn\n',
      'app.py': flaskApp,
      'package.json': '{"scripts":{"build":"vite build"},"devDependencies":{"vite":"6"}}',
      'package-lock.json': '{"lockfileVersion":3,"packages":{"":{"devDependencies":{"vite":"6"}}}}',
      'vite.config.js': 'export default { build: { outDir: "static/dist" } }',
    })
    expect(app).toMatchObject({ framework: 'flask', build: 'npm ci && npm run build' })
  })

  it('that says nothing of its packages is found by its source', () => {
    expect(appOf({ 'app.py': flaskApp, 'README.md': '# hi' })).toMatchObject({ framework: 'flask', install: null })
  })
})

describe('a FastAPI server', () => {
  const main = 'from fastapi import FastAPI\n\napp = FastAPI(title="x")\n'

  it('is served by uvicorn', () => {
    expect(appOf({ 'requirements.txt': 'fastapi\nuvicorn[standard]\n', 'main.py': main })).toMatchObject({
      framework: 'fastapi',
      start: 'uvicorn main:app --host 0.0.0.0 --port 8000',
      port: 8000,
    })
  })

  it('D26 in a package is named by its module', () => {
    expect(
      appOf({ 'requirements.txt': 'fastapi\nuvicorn\n', 'solver/__init__.py': '', 'solver/main.py': main }).start,
    ).toBe('uvicorn solver.main:app --host 0.0.0.0 --port 8000')
  })

  it('in a folder whose modules import each other by bare names runs from that folder', () => {
    const app = appOf({
      'requirements.txt': 'fastapi\nuvicorn\n',
      'app/main.py': `from fastapi import FastAPI\nfrom database import engine\n\napp = FastAPI()\n`,
      'app/database.py': 'engine = None\n',
    })
    expect(app.start).toBe('uvicorn main:app --app-dir app --host 0.0.0.0 --port 8000')
  })

  it('under src/ is found there', () => {
    const app = appOf({
      'pyproject.toml': '[project]\nname = "api"\ndependencies = ["fastapi", "uvicorn"]\n',
      'uv.lock': '',
      'src/api/__init__.py': '',
      'src/api/main.py': main,
    })
    expect(app.start).toBe('uvicorn api.main:app --app-dir src --host 0.0.0.0 --port 8000')
  })

  it('D27 with a factory is started with --factory', () => {
    const app = appOf({
      'requirements.txt': 'fastapi\nuvicorn\n',
      'app/__init__.py': '',
      'app/main.py':
        'from fastapi import FastAPI\n\ndef create_app() -> FastAPI:\n    app = FastAPI()\n    return app\n',
    })
    expect(app.start).toBe('uvicorn app.main:create_app --factory --host 0.0.0.0 --port 8000')
  })

  it('D26 without an application object is a question and no invented main:app', () => {
    const app = appOf({
      'requirements.txt': 'fastapi\nuvicorn\n',
      'lib/routes.py': 'from fastapi import APIRouter\n\nrouter = APIRouter()\n',
    })
    expect(app).toMatchObject({ framework: 'fastapi', start: null })
    expect(app.question?.text).toContain('no application object')
  })

  it('takes the port that it gives uvicorn itself', () => {
    const app = appOf({
      'requirements.txt': 'fastapi\nuvicorn\n',
      'main.py': `${main}\nif __name__ == "__main__":\n    import uvicorn\n    uvicorn.run("main:app", host="0.0.0.0", port=8090, reload=True)\n`,
    })
    expect(app).toMatchObject({ port: 8090, start: 'uvicorn main:app --host 0.0.0.0 --port 8090' })
  })

  it('listed with Flask counts by the object in its source', () => {
    expect(appOf({ 'requirements.txt': 'flask\nfastapi\nuvicorn\n', 'main.py': main }).framework).toBe('fastapi')
  })

  it('counts with annotations and several lines', () => {
    const app = appOf({
      'requirements.txt': 'fastapi\nuvicorn\n',
      'main.py': 'from fastapi import FastAPI\n\nserver: FastAPI = FastAPI(\n    title="x",\n)\n',
    })
    expect(app.start).toContain('main:server')
  })
})

describe('a Django project', () => {
  const files = {
    'manage.py': '#!/usr/bin/env python\nimport os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n',
    'shop/__init__.py': '',
    'shop/wsgi.py': 'from django.core.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n',
    'shop/asgi.py': 'from django.core.asgi import get_asgi_application\n\napplication = get_asgi_application()\n',
    'shop/settings.py': "STATIC_URL = '/static/'\nSTATIC_ROOT = BASE_DIR / 'staticfiles'\n",
  }

  it('is served by gunicorn and collects its static files', () => {
    expect(appOf({ ...files, 'requirements.txt': 'Django>=5\ngunicorn\n' })).toMatchObject({
      framework: 'django',
      start: 'gunicorn --bind 0.0.0.0:8000 shop.wsgi:application',
      build: 'python manage.py collectstatic --noinput',
      port: 8000,
    })
  })

  it('without STATIC_ROOT collects nothing', () => {
    expect(appOf({ ...files, 'shop/settings.py': '', 'requirements.txt': 'django\ngunicorn\n' }).build).toBeNull()
  })

  it('with channels is served by daphne', () => {
    expect(appOf({ ...files, 'requirements.txt': 'django\nchannels\ndaphne\n' }).start).toBe(
      'daphne -b 0.0.0.0 -p 8000 shop.asgi:application',
    )
  })

  it('with uvicorn alone is served as ASGI', () => {
    expect(appOf({ ...files, 'requirements.txt': 'django\nuvicorn\n' }).start).toBe(
      'uvicorn shop.asgi:application --host 0.0.0.0 --port 8000',
    )
  })

  it('without any server is served by gunicorn all the same, which is installed by its name', () => {
    const app = appOf({ ...files, 'requirements.txt': 'django\n' })
    expect(app.start).toBe('gunicorn --bind 0.0.0.0:8000 shop.wsgi:application')
    expect(app.needs).toContain('python package: gunicorn')
    expect(app.remarks.join()).toContain('gunicorn is not in the requirements')
  })

  it('is not started by its own server where a Procfile for work on the code does so', () => {
    const app = appOf({
      ...files,
      'requirements.txt': 'django\ngunicorn\n',
      Procfile: 'web: make run\nscss: make watch-scss\n',
      Makefile: 'run:\n\tpython -m manage runserver 0.0.0.0:8000\n\nwatch-scss:\n\twatchmedo shell-command\n',
    })
    expect(app.start).toBe('gunicorn --bind 0.0.0.0:8000 shop.wsgi:application')
  })

  it('collects its static files by the target of the Makefile that makes them first', () => {
    const Makefile = 'collectstatics: compile\n\tpython -m manage collectstatic --noinput\n\ncompile:\n\tsassc a b\n'
    expect(appOf({ ...files, 'requirements.txt': 'django\n', Makefile }).build).toBe('make collectstatics')
  })

  it('with settings in a package of several files is found all the same', () => {
    const { 'shop/settings.py': _, ...rest } = files
    const app = appOf({
      ...rest,
      'shop/settings/__init__.py': '',
      'shop/settings/base.py': 'STATIC_ROOT = "x"\n',
      'requirements/production.txt': '-r base.txt\ngunicorn\n',
      'requirements/base.txt': 'django\n',
    })
    expect(app).toMatchObject({
      framework: 'django',
      install: 'pip install -r requirements/production.txt',
      start: 'gunicorn --bind 0.0.0.0:8000 shop.wsgi:application',
      build: 'python manage.py collectstatic --noinput',
    })
  })

  it('in a folder of its own below the root is there', () => {
    const moved = Object.fromEntries(
      Object.entries({ ...files, 'requirements.txt': 'django\ngunicorn\n' }).map(([path, text]) => [
        `backend/${path}`,
        text,
      ]),
    )
    expect(appOf(moved)).toMatchObject({ root: 'backend', framework: 'django' })
  })
})

describe('pages written in Python', () => {
  it.each([
    [
      'streamlit',
      'import streamlit as st\nst.title("x")\n',
      'streamlit run app.py --server.port 8501 --server.address 0.0.0.0 --server.headless true',
      8501,
    ],
    [
      'gradio',
      'import gradio as gr\n\ndemo = gr.Interface(fn=f, inputs="text", outputs="text")\ndemo.launch()\n',
      'GRADIO_SERVER_NAME=0.0.0.0 python app.py',
      7860,
    ],
    [
      'chainlit',
      'import chainlit as cl\n\n@cl.on_message\nasync def main(m): pass\n',
      'chainlit run app.py --host 0.0.0.0 --port 8000 --headless',
      8000,
    ],
  ])('%s', (name, source, start, port) => {
    expect(appOf({ 'requirements.txt': `${name}\n`, 'app.py': source })).toMatchObject({
      kind: 'server',
      framework: name,
      start,
      port,
    })
  })

  it('Dash with its Flask server is served by gunicorn', () => {
    const app = appOf({
      'requirements.txt': 'dash\ngunicorn\n',
      'app.py': 'from dash import Dash\n\napp = Dash(__name__)\nserver = app.server\n',
    })
    expect(app).toMatchObject({ framework: 'dash', port: 8050, start: 'gunicorn --bind 0.0.0.0:8050 app:server' })
  })

  it('Dash without gunicorn is run as it is written', () => {
    const app = appOf({
      'requirements.txt': 'dash\n',
      'app.py':
        "from dash import Dash\n\napp = Dash(__name__)\nif __name__ == '__main__':\n    app.run(host='0.0.0.0', port=8050)\n",
    })
    expect(app).toMatchObject({ framework: 'dash', start: 'python app.py', port: 8050 })
  })

  it('Streamlit with pages/ starts its main page', () => {
    const app = appOf({
      'requirements.txt': 'streamlit\n',
      'Home.py': 'import streamlit as st\nst.set_page_config(page_title="x")\n',
      'pages/1_Data.py': 'import streamlit as st\nst.write(1)\n',
    })
    expect(app.start).toContain('streamlit run Home.py')
  })
})

describe('other servers of Python', () => {
  it.each([
    [
      'litestar',
      'litestar\nuvicorn\n',
      'from litestar import Litestar\n\napp = Litestar([])\n',
      'uvicorn app:app --host 0.0.0.0 --port 8000',
    ],
    [
      'starlette',
      'starlette\nuvicorn\n',
      'from starlette.applications import Starlette\n\napp = Starlette()\n',
      'uvicorn app:app --host 0.0.0.0 --port 8000',
    ],
    ['sanic', 'sanic\n', 'from sanic import Sanic\n\napp = Sanic("x")\n', 'sanic app:app --host 0.0.0.0 --port 8000'],
    [
      'quart',
      'quart\nhypercorn\n',
      'from quart import Quart\n\napp = Quart(__name__)\n',
      'hypercorn app:app --bind 0.0.0.0:5000',
    ],
    [
      'bottle',
      'bottle\ngunicorn\n',
      'import bottle\n\napp = bottle.Bottle()\n',
      'gunicorn --bind 0.0.0.0:8080 app:app',
    ],
    ['falcon', 'falcon\ngunicorn\n', 'import falcon\n\napp = falcon.App()\n', 'gunicorn --bind 0.0.0.0:8000 app:app'],
    [
      'aiohttp',
      'aiohttp\n',
      'from aiohttp import web\n\napp = web.Application()\nif __name__ == "__main__":\n    web.run_app(app, port=8081)\n',
      'python app.py',
    ],
    [
      'tornado',
      'tornado\n',
      'import tornado.web\n\napp = tornado.web.Application([])\nif __name__ == "__main__":\n    app.listen(8888)\n',
      'python app.py',
    ],
  ])('%s', (framework, requirements, source, start) => {
    expect(appOf({ 'requirements.txt': requirements, 'app.py': source })).toMatchObject({
      kind: 'server',
      framework,
      start,
    })
  })

  it('Pyramid below a main guard is run by its file', () => {
    const app = appOf({
      'requirements.txt': 'pyramid\n',
      'server.py': `import os\nfrom wsgiref.simple_server import make_server\nfrom pyramid.config import Configurator\n\nif __name__ == '__main__':\n    with Configurator() as config:\n        app = config.make_wsgi_app()\n    make_server('0.0.0.0', int(os.environ.get("PORT")), app).serve_forever()\n`,
    })
    expect(app).toMatchObject({ framework: 'pyramid', start: 'python server.py', honoursPort: true })
  })
})

describe('a Python project', () => {
  it('of Flask with a manage.py is no Django', () => {
    const app = appOf({
      'requirements.txt': 'flask\ngunicorn\n',
      'manage.py': 'from flask.cli import FlaskGroup\nfrom app import app\ncli = FlaskGroup(app)\n',
      'app.py': flaskApp,
    })
    expect(app.framework).toBe('flask')
  })

  it('has its port in the settings of Gunicorn', () => {
    const app = appOf({
      'requirements.txt': 'flask\ngunicorn\n',
      'app.py': flaskApp,
      'gunicorn.conf.py': 'import os\nbind = ["[::]:{}".format(os.environ.get("PORT", 5006))]\n',
      Procfile: 'web: gunicorn app:app\n',
    })
    expect(app).toMatchObject({ port: 5006, honoursPort: true })
  })

  it('is one app with the packages below it', () => {
    const survey = surveyOf({
      Pipfile: '[packages]\nflask = "*"\ngunicorn = "*"\n',
      'autoapp.py': 'from conduit.app import create_app\napp = create_app()\n',
      'conduit/__init__.py': '',
      'conduit/app.py': 'from flask import Flask\ndef create_app():\n    app = Flask(__name__)\n    return app\n',
    })
    expect(survey.apps.map(({ root, start }) => [root, start])).toEqual([
      ['.', 'gunicorn --bind 0.0.0.0:5000 autoapp:app'],
    ])
  })

  it('whose aiohttp is a client only is no server', () => {
    const app = appOf({
      'requirements.txt': 'aiohttp\ndiscord.py\n',
      'bot/__main__.py': 'import aiohttp\nimport discord\nclient.run(token)\n',
      Dockerfile: 'FROM python:3.12\nCOPY . .\nCMD ["python", "-m", "bot"]\n',
    })
    expect(app).toMatchObject({ kind: 'worker', framework: 'discord.py', start: 'python -m bot' })
  })

  it('reads further files where the likeliest start nothing, each once', () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`a${i}.py`, '']))
    const tree = treeOf({ 'requirements.txt': 'flask\n', 'zz.py': flaskApp, ...files })
    const unread = { ...tree, files: new Map([...tree.files].filter(([path]) => !path.endsWith('.py'))) }
    const first = wanted(1, unread)
    expect(first).toHaveLength(24)
    const then = { ...tree, files: new Map([...unread.files, ...first.map((path) => [path, ''] as const)]) }
    expect(wanted(2, then)).toEqual(expect.arrayContaining(['zz.py']))
  })
})

describe('no app', () => {
  it('a template for projects is none', () => {
    expect(
      surveyOf({ '{{cookiecutter.name}}/requirements.txt': 'flask\n', '{{cookiecutter.name}}/app.py': flaskApp }).apps,
    ).toEqual([])
  })

  it('a list that holds Flask for something else is none', () => {
    expect(
      surveyOf({ 'requirements.txt': 'jupyter\ntornado==6.4\nflask==3.0\n', 'train.py': 'import pandas\n' }).apps,
    ).toEqual([])
  })

  it('G25 a library that lists Flask is none', () => {
    const survey = surveyOf({
      'pyproject.toml':
        '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n[project]\nname = "flask-thing"\ndependencies = ["flask"]\n',
      'src/flask_thing/__init__.py': 'from flask import Blueprint\n',
    })
    expect(survey.apps).toEqual([])
  })

  it('G29 a README that says FastAPI is no evidence', () => {
    expect(surveyOf({ 'README.md': '# A FastAPI service\n`uvicorn main:app`\n' }).apps).toEqual([])
  })
})
