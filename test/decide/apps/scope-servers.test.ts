import { describe, expect, it } from 'vitest'
import { appOf, surveyOf } from '../../survey-of.ts'

const roots = (files: Readonly<Record<string, string>>) => surveyOf(files).apps.map(({ root }) => root)
const page = '<!doctype html><html></html>'

describe('a Cargo workspace', () => {
  const files = {
    'Cargo.toml': '[workspace]\nmembers = ["packages/backend"]\n',
    'Cargo.lock': '',
    'packages/backend/Cargo.toml': '[package]\nname = "backend"\n[dependencies]\naxum = "0.8"\n',
    'packages/backend/src/main.rs': 'fn main() { bind("0.0.0.0:8080") }',
  }

  it('with one program is that program', () => {
    expect(appOf(files)).toMatchObject({
      root: '.',
      build: 'cargo build --release',
      start: './target/release/backend',
      port: 8080,
    })
  })

  it('with two has each in its folder', () => {
    expect(
      roots({
        ...files,
        'packages/bot/Cargo.toml': '[package]\nname = "bot"\n[dependencies]\nserenity = "0.12"\n',
        'packages/bot/src/main.rs': 'fn main() {}',
      }),
    ).toEqual(['packages/backend', 'packages/bot'])
  })

  it('whose environment names the built pages serves them, and builds them first', () => {
    const app = appOf({
      ...files,
      '.env.example': 'TEMPLATES_DIR="packages/frontend/dist/templates"\n',
      'packages/frontend/package.json': '{"scripts":{"build":"astro build"},"dependencies":{"astro":"5.0.0"}}',
      'packages/frontend/package-lock.json': '{}',
    })
    expect(app.build).toBe(
      'npm ci --prefix packages/frontend && npm run build --prefix packages/frontend && cargo build --release',
    )
  })
})

describe('a site whose generator the package above runs', () => {
  it('is one app with that package', () => {
    expect(
      appOf({
        'package.json':
          '{"scripts":{"fetch":"node fetch.mjs","build:hugo":"hugo --source site --minify","build":"npm run fetch && npm run build:hugo"},"dependencies":{"luxon":"3"}}',
        'package-lock.json': '{}',
        'site/hugo.toml': 'baseURL = "/"\n',
        'site/content/_index.md': '',
      }),
    ).toMatchObject({ root: '.', framework: 'hugo', install: 'npm ci', build: 'npm run build', output: 'site/public' })
  })

  it('and one that it does not name stays by itself', () => {
    expect(
      roots({
        'package.json': '{"scripts":{"build":"prettier --check ."}}',
        'site/hugo.toml': 'baseURL = "/"\n',
        'site/content/_index.md': '',
      }),
    ).toEqual(['site'])
  })
})

describe('pages that tools have written', () => {
  it.each(['docs/html/index.html', 'target/apidocs/index.html', 'docs/api/index.html'])('%s are no site', (path) => {
    expect(roots({ 'modules/vpc/main.tf': '', [path]: page })).toEqual([])
  })

  it('are no site where a build of Vercel writes there, and are one where it publishes them as they are', () => {
    const api = {
      'api/go.mod': 'module a\n',
      'api/main.go': 'package main\nfunc main() { http.ListenAndServe(":80", nil) }',
    }
    const files = { ...api, 'public/index.html': page }
    expect(roots({ ...files, 'vercel.json': '{"buildCommand":"make","outputDirectory":"public"}' })).toEqual(['api'])
    expect(roots({ ...files, 'vercel.json': '{"outputDirectory":"public"}' })).toEqual(['api', 'public'])
  })

  it('of Sphinx beside a program are its documentation', () => {
    const conf = 'extensions = []\n'
    expect(roots({ 'build.gradle': '', 'docs/conf.py': conf, 'docs/index.rst': '' })).toEqual([])
    expect(roots({ 'doc_template/source/conf.py': conf })).toEqual([])
    expect(roots({ 'conf.py': conf, 'index.rst': '' })).toEqual(['.'])
  })
})

it('an image above that takes in one folder only is of that folder', () => {
  const [app, ...others] = surveyOf({
    Dockerfile:
      'FROM node:22\nWORKDIR /srv\nCOPY ./server/package.json ./\nRUN npm install\nCOPY ./server ./\nEXPOSE 3000\nCMD ["node", "index.js"]\n',
    'server/package.json': '{"dependencies":{"express":"4"}}',
    'server/index.js': 'require("express")().listen(3000)',
  }).apps
  expect(others).toEqual([])
  expect(app).toMatchObject({ root: 'server', framework: 'express', dockerfile: { path: 'Dockerfile', context: '.' } })
})

describe('the assets of a Laravel project', () => {
  const files = {
    'composer.json': '{"require":{"laravel/framework":"^11"}}',
    artisan: '',
    'package.json': '{"scripts":{"build":"vite build"},"devDependencies":{"vite":"5","laravel-vite-plugin":"1"}}',
    'package-lock.json': '{}',
  }

  it.each([
    ['@vite("resources/js/app.js")', 'npm ci && npm run build'],
    ['<h1>API</h1>', null],
  ])('are built where a view loads them: %s', (view, build) => {
    expect(appOf({ ...files, 'resources/views/welcome.blade.php': view }).build).toBe(build)
  })

  it('install what the image installs', () => {
    const Dockerfile = 'FROM php:8.3-apache\nCOPY . .\nRUN composer install --no-interaction\nEXPOSE 80\n'
    expect(appOf({ ...files, Dockerfile }).install).toBe('composer install')
  })
})

it('Rails with a bundler of JavaScript installs its packages too', () => {
  const files = {
    Gemfile: 'gem "rails"\ngem "puma"\ngem "vite_rails"\n',
    'config/application.rb': '',
    'package.json': '{"devDependencies":{"vite":"5"}}',
    'yarn.lock': '# yarn lockfile v1\n',
  }
  expect(appOf(files).install).toBe('bundle install && yarn install --frozen-lockfile')
  expect(appOf({ ...files, Gemfile: files.Gemfile.replace('gem "vite_rails"\n', '') }).install).toBe('bundle install')
})

it('MkDocs is installed from the list above it', () => {
  expect(
    appOf({
      'requirements.txt': 'mkdocs-material\n',
      'blog/mkdocs.yml': 'site_name: Blog\n',
      'blog/docs/index.md': '',
    }),
  ).toMatchObject({ root: 'blog', install: 'pip install -r ../requirements.txt' })
})

it('an image built from above names the program from the folder of the app', () => {
  const app = appOf({
    'settings.gradle': "include 'services:shop'\n",
    gradlew: '',
    'services/shop/build.gradle':
      "plugins { id 'org.springframework.boot' version '3.2.0' }\ndependencies { implementation 'org.springframework.boot:spring-boot-starter-web' }\n",
    'services/shop/src/main/java/ShopApplication.java': '@SpringBootApplication class ShopApplication {}',
    'services/shop/Dockerfile':
      'FROM gradle:8-jdk21 AS build\nWORKDIR /workspace\nCOPY settings.gradle .\nCOPY services/shop ./services/shop\nRUN gradle :services:shop:bootJar\nFROM amazoncorretto:21\nWORKDIR /app\nCOPY --from=build /workspace/services/shop/build/libs/*.jar app.jar\nENTRYPOINT ["java", "-jar", "app.jar"]\n',
  })
  expect(app).toMatchObject({ root: 'services/shop', start: 'java -jar build/libs/*.jar' })
})

it('a program in the folder of an image is named from there', () => {
  const app = appOf({
    'requirements.txt': 'flask\ngunicorn\n',
    'app.py': 'from flask import Flask\napp = Flask(__name__)\n',
    Dockerfile:
      'FROM python:3.11\nWORKDIR /srv\nCOPY . .\nCMD ["gunicorn", "-c", "/srv/conf/gunicorn.py", "app:app"]\n',
  })
  expect(app.start).toBe('gunicorn -c conf/gunicorn.py app:app')
})

it('an image that holds pages and a server of another language is of the server', () => {
  const app = appOf({
    Dockerfile:
      'FROM node:24 AS pages\nWORKDIR /build\nCOPY frontend ./frontend\nRUN cd frontend && npm ci && npm run build\nFROM rust:1.90 AS build\nWORKDIR /build\nCOPY Cargo.toml Cargo.lock ./\nCOPY backend ./backend\nCOPY --from=pages /build/frontend/dist ./frontend/dist\nRUN cargo build --release\nFROM scratch\nCOPY --from=build /build/target/release/app /usr/local/bin/app\nEXPOSE 3000\nCMD ["app"]\n',
    'Cargo.toml': '[workspace]\nmembers = ["backend"]\n',
    'Cargo.lock': '',
    'backend/Cargo.toml': '[package]\nname = "app"\n[dependencies]\naxum = "0.8"\n',
    'backend/src/main.rs': 'fn main() {}',
    'frontend/package.json': '{"scripts":{"build":"vite build"},"devDependencies":{"vite":"5"}}',
    'frontend/package-lock.json': '{}',
    'frontend/index.html': page,
  })
  expect(app).toMatchObject({
    root: '.',
    runtime: { name: 'rust', version: '1.90' },
    start: './target/release/app',
    port: 3000,
  })
  expect(app.build).toMatch(/^\(cd frontend && npm ci && npm run build\) && .*cargo build --release/)
})

describe('what is no app', () => {
  it('is the copy that a build left, and an image in the documentation', () => {
    const pom = `<project><artifactId>shop</artifactId><version>1</version><dependencies><dependency><artifactId>spring-boot-starter-web</artifactId></dependency><dependency><artifactId>spring-boot-maven-plugin</artifactId></dependency></dependencies></project>`
    const files = { 'pom.xml': pom, 'src/main/java/App.java': '', 'bin/pom.xml': pom, 'bin/src/main/java/App.java': '' }
    expect(roots(files)).toEqual(['.'])
    expect(
      roots({
        ...files,
        'docs/bench/Dockerfile': 'FROM eclipse-temurin:21\nEXPOSE 8080\nCMD ["java", "-jar", "app.jar"]\n',
      }),
    ).toEqual(['.'])
  })

  it('is a library of Java that stands alone', () => {
    expect(
      roots({
        'common/build.gradle':
          "plugins { id 'java-library' }\ndependencies { implementation 'org.springframework.boot:spring-boot-starter-web' }\n",
        'common/src/main/java/Filters.java': '',
      }),
    ).toEqual([])
  })
})

it('SAM applications in a folder of templates are apps', () => {
  const template =
    'Transform: AWS::Serverless-2016-10-31\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: ../../functions/a\n      Handler: app.handler\n      Runtime: python3.12\n'
  expect(
    roots({
      'templates/a/template.yml': template,
      'functions/a/app.py': 'def handler(event, context):\n  pass\n',
      'functions/a/requirements.txt': '',
    }),
  ).toEqual(['templates/a'])
})

it('pages that Trunk builds at the top of a workspace are no plain pages', () => {
  expect(
    appOf({
      'Cargo.toml': '[workspace]\nmembers = ["crates/app"]\n[workspace.dependencies]\nleptos = "0.8"\n',
      'index.html': '<!doctype html><link data-trunk rel="rust" href="crates/app/Cargo.toml">',
      'crates/app/Cargo.toml': '[package]\nname = "app"\n[dependencies]\nleptos.workspace = true\n',
      'crates/app/src/main.rs': 'fn main() {}',
    }),
  ).toMatchObject({ root: '.', kind: 'static', framework: 'leptos', build: 'trunk build --release', output: 'dist' })
})

describe('Django below its list of packages', () => {
  const site = (folder: string) => ({
    [`${folder}/manage.py`]: 'import django\n',
    [`${folder}/shop/wsgi.py`]: 'application = get_wsgi_application()\n',
  })
  const list = { 'requirements.txt': 'django\ngunicorn\n' }

  it('names its modules from its own folder', () => {
    expect(appOf({ ...list, ...site('backend') })).toMatchObject({
      root: '.',
      start: 'cd backend && gunicorn --bind 0.0.0.0:8000 shop.wsgi:application',
    })
  })

  it('builds the assets of the package beside the list first', () => {
    const assets = {
      'package.json': '{"scripts":{"build":"webpack"},"devDependencies":{"webpack":"5"}}',
      'package-lock.json': '{}',
    }
    expect(appOf({ ...list, ...site('backend'), ...assets }).build).toBe('npm ci && npm run build')
  })

  it('is an app in each folder where several share the list', () => {
    const { apps } = surveyOf({ ...list, ...site('apps/api'), ...site('apps/admin') })
    expect(apps.map(({ root, install }) => [root, install])).toEqual([
      ['apps/admin', 'cd ../.. && pip install -r requirements.txt'],
      ['apps/api', 'cd ../.. && pip install -r requirements.txt'],
    ])
  })

  it('is no server without a module for one', () => {
    expect(roots({ 'manage.py': 'import django\n', 'requirements.txt': 'django\n', 'shop/settings.py': '' })).toEqual(
      [],
    )
  })
})

it('a folder whose start belongs to another toolchain is an app of that one', () => {
  expect(
    appOf({
      'package.json': '{"scripts":{"start":"node dist/server.js"},"dependencies":{"express":"4"}}',
      'dist/server.js': 'require("express")().listen(8080)',
      'requirements.txt': 'fastapi\nuvicorn\n',
      'main.py': 'from fastapi import FastAPI\napp = FastAPI()\n',
      Procfile: 'web: uvicorn main:app --port 8000\n',
    }),
  ).toMatchObject({ framework: 'fastapi', start: 'uvicorn main:app --port 8000' })
})

it('a file that is copied by its name is found before folders that may hold it', () => {
  const app = appOf({
    'go.mod': 'module shop\n\ngo 1.25\n',
    'main.go': 'package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe(":8080", nil) }\n',
    Dockerfile:
      'FROM golang:1.25 AS build\nWORKDIR /src\nCOPY . .\nRUN go build -o main .\nFROM alpine\nWORKDIR /srv\nCOPY --from=build /src/main .\nCOPY --from=build /src/conf .\nEXPOSE 8080\nCMD ["./main"]\n',
  })
  expect(app.start).toBe('./main')
})
