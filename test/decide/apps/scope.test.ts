import { describe, expect, it } from 'vitest'
import { surveyOf } from '../../survey-of.ts'

const json = (value: unknown) => JSON.stringify(value, null, 2)
const appsOf = (files: Readonly<Record<string, string>>) => surveyOf(files).apps
const rootsOf = (files: Readonly<Record<string, string>>) =>
  appsOf(files).map(({ root, kind, framework }) => `${root} ${kind} ${framework}`)

const vite = (extra = {}) =>
  json({ name: 'web', scripts: { build: 'vite build' }, devDependencies: { vite: '6', react: '19' }, ...extra })
const pages = (folder: string, extra = {}) => ({
  [`${folder}/package.json`]: vite(extra),
  [`${folder}/index.html`]: '',
  [`${folder}/package-lock.json`]: '{"lockfileVersion":3,"packages":{}}',
})
const api = (folder: string) => ({
  [`${folder}/requirements.txt`]: 'fastapi\nuvicorn\n',
  [`${folder}/main.py`]: 'from fastapi import FastAPI\napp = FastAPI()\n',
})

describe('pages and the server that serves them', () => {
  it('a frontend and a backend side by side are two apps', () => {
    expect(rootsOf({ ...pages('frontend'), ...api('backend') })).toEqual([
      'backend server fastapi',
      'frontend static vite',
    ])
  })

  it('pages are built by the script of the server that copies them, where it has one', () => {
    const files = (build: string) => ({
      Gemfile: "source 'https://rubygems.org'\ngem 'rails'\ngem 'puma'\n",
      'Gemfile.lock': '',
      'config.ru': 'run Rails.application',
      'config/application.rb': 'class Application < Rails::Application\nend\n',
      'package.json': json({ private: true, scripts: { build, 'heroku-postbuild': 'npm run build' } }),
      ...pages('ui'),
    })
    const copies = 'npm --prefix ui ci && npm --prefix ui run build && node scripts/copy.mjs'
    expect(appsOf(files(copies))).toMatchObject([{ root: '.', framework: 'rails', build: 'npm run build' }])
    expect(appsOf(files('cd ui && npm run build && cp -r dist ../public'))).toMatchObject([
      { build: '(cd ui && npm ci) && npm run build' },
    ])
  })

  it('pages that are built into the folder of the server are a part of it', () => {
    const files = {
      ...pages('frontend'),
      'frontend/vite.config.ts': "export default { build: { outDir: '../backend/static' } }",
      ...api('backend'),
    }
    const [app, ...rest] = appsOf(files)
    expect(rest).toEqual([])
    expect(app).toMatchObject({
      root: 'backend',
      kind: 'server',
      build: 'npm ci --prefix ../frontend && npm run build --prefix ../frontend',
    })
    expect(app?.remarks.join()).toContain('The server serves the built pages of frontend/')
    expect(app?.imageOnly).toContain('builds its pages with Node.js')
  })

  it('pages that the source of the server names are a part of it', () => {
    const server =
      'from fastapi import FastAPI\nfrom fastapi.staticfiles import StaticFiles\napp = FastAPI()\napp.mount("/", StaticFiles(directory="../frontend/dist"))\n'
    const files = { ...pages('frontend'), ...api('backend'), 'backend/main.py': server }
    expect(rootsOf(files)).toEqual(['backend server fastapi'])
    expect(rootsOf({ ...files, 'frontend/vercel.json': '{}' })).toEqual([
      'backend server fastapi',
      'frontend static vite',
    ])
  })

  it('pages that a script of the server above builds are a part of it', () => {
    const scripts = {
      start: 'node server.js',
      'heroku-postbuild': 'npm install --prefix client && npm run build --prefix client',
    }
    const files = {
      'package.json': json({ scripts }),
      Procfile: 'web: node server.js\n',
      'server.js': '',
      ...pages('client'),
    }
    const [app, ...rest] = appsOf(files)
    expect(rest).toEqual([])
    expect(app).toMatchObject({ root: '.', kind: 'server' })
    expect(app?.build).toContain('npm run build --prefix client')
  })

  it('G8 an image of several folders is one app, in the folder of its Dockerfile', () => {
    const dockerfile =
      'FROM node:22 AS pages\nWORKDIR /app\nCOPY frontend/ .\nRUN npm ci && npm run build\nFROM python:3.12-slim\nWORKDIR /app\nCOPY --from=pages /app/dist ./static\nCOPY app/ .\nRUN pip install -r requirements.txt\nEXPOSE 8000\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]\n'
    const [found, ...rest] = appsOf({ Dockerfile: dockerfile, ...pages('frontend'), ...api('app') })
    expect(rest).toEqual([])
    expect(found).toMatchObject({
      root: '.',
      kind: 'server',
      framework: 'fastapi',
      install: 'pip install -r app/requirements.txt',
      dockerfile: { path: 'Dockerfile', context: '.' },
    })
  })
})

describe('pages that the build of another language makes', () => {
  it('belong to the .NET project that names them as its SPA root', () => {
    const project =
      '<Project Sdk="Microsoft.NET.Sdk.Web">\n  <PropertyGroup>\n    <TargetFramework>net8.0</TargetFramework>\n    <SpaRoot>ClientApp\\</SpaRoot>\n  </PropertyGroup>\n</Project>\n'
    const files = { 'src/Web/Web.csproj': project, 'src/Web/Program.cs': 'app.Run();', ...pages('src/Web/ClientApp') }
    expect(rootsOf(files)).toEqual(['src/Web server asp.net core'])
  })

  it('belong to the Maven project whose plugin builds them', () => {
    const pom =
      '<project>\n<dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency></dependencies>\n<build><plugins><plugin><artifactId>frontend-maven-plugin</artifactId><configuration><workingDirectory>frontend</workingDirectory></configuration></plugin></plugins></build>\n</project>\n'
    const source = { 'src/main/java/App.java': '@SpringBootApplication public class App {}' }
    expect(appsOf({ 'pom.xml': pom, ...source, ...pages('frontend') }).map(({ root }) => root)).toEqual(['.'])
  })
})

it('a list of packages above the program that it is for makes one app with it', () => {
  const files = {
    'backend/requirements.txt': 'django\n',
    'backend/site/manage.py': '',
    'backend/site/site/wsgi.py': 'application = get_wsgi_application()\n',
    'backend/site/site/settings.py': '',
  }
  const [app, ...rest] = appsOf(files)
  expect(rest).toEqual([])
  expect(app).toMatchObject({ root: 'backend', framework: 'django', install: 'pip install -r requirements.txt' })
  expect(app?.start).toMatch(/^cd site && /)
})

it('pages with an image of their own are hosted apart, whatever the server could serve', () => {
  const server = 'from fastapi import FastAPI\napp = FastAPI()\nstatic = "../frontend/dist"\n'
  const image =
    'FROM node:22 AS b\nCOPY . .\nRUN npm ci && npm run build\nFROM nginx:1.27\nCOPY --from=b /dist /usr/share/nginx/html\nEXPOSE 80\n'
  const files = { ...pages('frontend'), ...api('backend'), 'backend/main.py': server, 'frontend/Dockerfile': image }
  expect(rootsOf(files)).toEqual(['backend server fastapi', 'frontend static vite'])
})

it('the root of a workspace that only starts one of its packages is no app besides it', () => {
  const files = {
    'package.json': json({ private: true, workspaces: ['apps/*'], scripts: { start: 'npm start -w api' } }),
    'package-lock.json': '{"lockfileVersion":3,"packages":{}}',
    Procfile: 'web: npm start -w api\n',
    'apps/api/package.json': json({ name: 'api', scripts: { start: 'node index.js' }, dependencies: { express: '4' } }),
    'apps/api/index.js': "require('express')().listen(3000)\n",
  }
  expect(rootsOf(files)).toEqual(['apps/api server express'])
})

describe('G9 a Dockerfile elsewhere', () => {
  it.each([
    'deploy/Dockerfile',
    'docker/production.Dockerfile',
  ])('%s builds the app in the root, and is none itself', (path) => {
    const dockerfile =
      'FROM python:3.12\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .\nEXPOSE 8000\nCMD ["uvicorn", "main:app"]\n'
    const files = {
      'requirements.txt': 'fastapi\n',
      'main.py': 'from fastapi import FastAPI\napp = FastAPI()\n',
      [path]: dockerfile,
    }
    expect(appsOf(files)).toMatchObject([{ root: '.', framework: 'fastapi', dockerfile: { path, context: '.' } }])
  })
})

it('a Dockerfile that starts a script that is not there makes no app of its folder', () => {
  const dockerfile = 'FROM node:22\nCOPY . .\nRUN npm ci\nEXPOSE 3000\nCMD ["npm", "run", "start"]\n'
  const files = {
    Dockerfile: dockerfile,
    'package.json': json({ dependencies: { recharts: '3' } }),
    ...pages('frontend'),
  }
  expect(rootsOf(files)).toEqual(['frontend static vite'])
})

describe('what is a part of another app', () => {
  it('a folder that the server above imports or starts', () => {
    const procfile = {
      Procfile: 'web: uvicorn backend.main:app --host 0.0.0.0\n',
      'requirements.txt': 'fastapi\n',
      'backend/__init__.py': '',
    }
    expect(rootsOf({ ...procfile, ...api('backend') })).toEqual(['. server fastapi'])
  })

  it('D34 a page in the templates or the public files of a server', () => {
    const server = { 'requirements.txt': 'flask\n', 'app.py': 'from flask import Flask\napp = Flask(__name__)\n' }
    expect(rootsOf({ ...server, 'templates/index.html': '', 'static/admin/index.html': '' })).toEqual([
      '. server flask',
    ])
  })

  it('a page that hosting settings publish is a site of its own', () => {
    const server = { 'requirements.txt': 'flask\n', 'app.py': 'from flask import Flask\napp = Flask(__name__)\n' }
    const files = { ...server, 'offline/index.html': '', 'netlify.toml': '[build]\npublish = "offline"\n' }
    expect(appsOf(files).map(({ root }) => root)).toContain('.')
  })

  it('nested templates and the code of functions', () => {
    const head = 'Transform: AWS::Serverless-2016-10-31\nResources:\n'
    const files = {
      'template.yaml': `${head}  Api:\n    Type: AWS::Serverless::Application\n    Properties:\n      Location: sam/api.template.yml\n  F:\n    Properties:\n      CodeUri: functions/hello\n      Runtime: python3.12\n`,
      'sam/api.template.yml': `${head}  G:\n    Properties:\n      CodeUri: g/\n      Runtime: python3.12\n`,
      'sam/old.template.yml': `${head}  H:\n    Properties:\n      Runtime: python3.12\n`,
      ...api('functions/hello'),
    }
    expect(rootsOf(files)).toEqual(['. serverless sam'])
  })

  it('a component library of the workspace, and its Storybook', () => {
    const files = {
      'package.json': json({ private: true, workspaces: ['apps/*', 'packages/*'] }),
      'package-lock.json': '{"lockfileVersion":3,"packages":{}}',
      'apps/web/package.json': vite({ dependencies: { '@x/ui': '*' } }),
      'apps/web/index.html': '',
      'packages/ui/package.json': json({
        name: '@x/ui',
        scripts: { build: 'vite build', 'build-storybook': 'storybook build' },
        devDependencies: { vite: '6', storybook: '8' },
      }),
      'packages/ui/index.html': '',
    }
    expect(rootsOf(files)).toEqual(['apps/web static vite'])
  })
})

describe('G14 what lies outside the product', () => {
  it.each([
    'e2e',
    'tests/app',
    'examples/basic',
    'demo',
    'scripts/report',
    'legacy',
    'node_modules/x',
    'vendor/x',
    'fixtures/site',
  ])('%s is no app', (folder) => {
    expect(rootsOf({ ...pages('web'), ...pages(folder) })).toEqual(['web static vite'])
  })

  it('a library with a demo has no app', () => {
    expect(rootsOf({ 'package.json': json({ name: 'x', exports: './x.js' }), ...pages('demo') })).toEqual([])
  })

  it('the samples of a library that is packed for others are no apps', () => {
    const web =
      '<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>'
    const library = (sign: string) =>
      `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework>${sign}</PropertyGroup></Project>`
    const files = (sign: string) => ({
      'Acme.slnx': '<Solution/>',
      'src/Acme/Acme.csproj': library(sign),
      'samples/Bot/Bot.csproj': web,
      'samples/Shop/Shop.csproj': web,
    })
    expect(rootsOf(files('<PackageId>Acme</PackageId>'))).toEqual([])
    expect(rootsOf(files('<GeneratePackageOnBuild>true</GeneratePackageOnBuild>'))).toEqual([])
    expect(rootsOf(files('<IsPackable>false</IsPackable>'))).toHaveLength(2)
    const npm = {
      'packages/x/package.json': json({ name: 'x', publishConfig: { access: 'public' } }),
      ...pages('samples/a'),
    }
    expect(rootsOf(npm)).toEqual([])
  })

  it('where there is nothing else, the demo is the app', () => {
    expect(rootsOf({ ...pages('demo') })).toEqual(['demo static vite'])
  })
})

it('D23 G5 functions of Supabase in a Node repository leave it a Node repository', () => {
  const files = {
    'package.json': vite(),
    'index.html': '',
    'supabase/functions/hello/index.ts': 'Deno.serve(() => new Response())',
    'supabase/functions/deno.json': '{}',
    'supabase/config.toml': '',
  }
  expect(appsOf(files)).toMatchObject([{ root: '.', language: 'node', framework: 'vite' }])
})

it('D18 the root of a workspace is an app where it builds one itself', () => {
  const files = {
    'package.json': vite({ workspaces: ['packages/*'] }),
    'index.html': '',
    'packages/lib/package.json': json({ name: 'lib', main: 'index.js' }),
  }
  expect(rootsOf(files)).toEqual(['. static vite'])
})

it('G30 the same repository gives the same answer a hundred times, and in any order of its files', () => {
  const files = {
    ...pages('frontend'),
    ...api('backend'),
    'cdk/cdk.json': '{"app": "npx tsx bin/x.ts"}',
    'cdk/package.json': '{}',
  }
  const expected = json(surveyOf(files))
  for (let i = 0; i < 100; i++) expect(json(surveyOf(files))).toBe(expected)
  const { looked: _, ...reversed } = surveyOf(Object.fromEntries(Object.entries(files).reverse()))
  expect({ ...surveyOf(files), looked: undefined }).toEqual({ ...reversed, looked: undefined })
})

it('D35 what was seen in one repository does not tell on the next', () => {
  const one = { ...pages('a'), ...api('b') }
  const two = { 'requirements.txt': 'flask\n', 'app.py': 'from flask import Flask\napp = Flask(__name__)\n' }
  const before = json(surveyOf(two))
  surveyOf(one)
  expect(json(surveyOf(two))).toBe(before)
})

describe('what a serverless app of the repository takes in', () => {
  const cdk = {
    'infra/cdk.json': '{ "app": "npx tsx bin/app.ts" }',
    'infra/package.json': json({ name: 'infra', dependencies: { 'aws-cdk-lib': '2' } }),
  }
  const api = (extra: object) => ({
    'api/package.json': json({ name: 'api', dependencies: { hono: '4', '@hono/node-server': '1' }, ...extra }),
    'api/src/index.ts': "import { serve } from '@hono/node-server'\nimport app from './app'\nserve(app)",
    'api/src/lambda.ts': "import { handle } from 'hono/aws-lambda'\nexport const handler = handle(app)",
  })

  it('a package that is handed to Lambda and that nothing starts', () => {
    expect(rootsOf({ ...cdk, ...api({ scripts: { dev: 'tsx src/index.ts' }, main: 'src/lambda.ts' }) })).toEqual([
      'infra serverless cdk',
    ])
  })

  it('not a server that is started as well', () => {
    expect(rootsOf({ ...cdk, ...api({ scripts: { start: 'tsx src/index.ts' } }) })).toContain('api server hono')
  })

  it('pages in the folder of SST, which delivers them', () => {
    const files = {
      'sst.config.ts': 'export default {}',
      'package.json': vite({ devDependencies: { sst: '3', vite: '6', react: '19' } }),
      'index.html': '',
    }
    expect(rootsOf(files)).toEqual(['. serverless sst'])
  })
})

it('what stands in for an app while developing is none', () => {
  const server = { scripts: { start: 'node server.js' }, dependencies: { express: '5' } }
  const mock = {
    'packages/api-mock/package.json': json({ name: 'api-mock', ...server }),
    'packages/api-mock/server.js': "require('express')().listen(3001)",
  }
  expect(rootsOf({ ...pages('packages/web'), ...mock })).toEqual(['packages/web static vite'])
})

it('a worker listens on no port, whatever its image says', () => {
  const [app] = appsOf({
    'package.json': json({ name: 'bot', scripts: { start: 'node bot.js' }, dependencies: { 'discord.js': '14' } }),
    'bot.js': "const { Client } = require('discord.js')",
    Dockerfile: 'FROM node:22\nCOPY . .\nRUN npm i\nEXPOSE 3003\nCMD ["node", "bot.js"]',
  })
  expect(app).toMatchObject({ kind: 'worker', port: null })
})
