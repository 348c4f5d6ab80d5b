import { describe, expect, it } from 'vitest'
import { imageOf } from '../../../src/detect/docker/image.ts'
import { readStages } from '../../../src/detect/docker/instructions.ts'
import { appOf, surveyOf } from '../../survey-of.ts'

const flask = { 'requirements.txt': 'flask\ngunicorn\n', 'app.py': 'from flask import Flask\napp = Flask(__name__)\n' }

describe('a Dockerfile is read', () => {
  it('with continuation lines, comments between and here-documents', () => {
    const stages = readStages(
      'FROM node:22 AS build\nRUN apt-get update && \\\n  # why\n  apt-get install -y git\nRUN <<EOF\nFROM nothing\nEOF\nCOPY . .\n',
    )
    expect(stages.map(({ name, base }) => [name, base])).toEqual([['build', 'node:22']])
    expect(stages[0]?.instructions.map(({ keyword, line }) => [keyword, line])).toEqual([
      ['RUN', 2],
      ['RUN', 5],
      ['COPY', 8],
    ])
  })

  it('with the defaults of ARG filled in', () => {
    expect(readStages('ARG V=3.12\nFROM python:${V}-slim\nARG PORT=5000\nEXPOSE $PORT\n')).toMatchObject([
      { base: 'python:3.12-slim', instructions: [{ keyword: 'ARG' }, { keyword: 'EXPOSE', value: '5000' }] },
    ])
  })
})

describe('an image name tells', () => {
  it.each([
    ['python:3.11-slim', 'python', '3.11'],
    ['public.ecr.aws/docker/library/python:3.12', 'python', '3.12'],
    ['golang:1.24.3-alpine', 'go', '1.24'],
    ['maven:3.9-eclipse-temurin-21', 'java', '21'],
    ['gradle:8.10-jdk17', 'java', '17'],
    ['openjdk:8-jdk-alpine', 'java', '8'],
    ['eclipse-temurin:21-jre', 'java', '21'],
    ['mcr.microsoft.com/dotnet/aspnet:8.0', 'dotnet', '8'],
    ['ruby:3.3.6-slim', 'ruby', '3.3'],
    ['php:8.3-apache', 'php', '8.3'],
    ['rust:1.83', 'rust', '1.83'],
    ['hexpm/elixir:1.17.3-erlang-27.1-debian-bookworm', 'elixir', '1.17'],
    ['tiangolo/uvicorn-gunicorn-fastapi:python3.9', 'python', '3.9'],
    ['node:22-alpine', 'node', '22'],
    ['ghcr.io/astral-sh/uv:python3.13-bookworm', 'python', '3.13'],
    ['denoland/deno:2.1.4', 'deno', '2.1.4'],
    ['public.ecr.aws/amazoncorretto/amazoncorretto:17', 'java', '17'],
  ])('%s', (base, name, version) => {
    expect(imageOf(base).runtime).toEqual({ name, version })
  })

  it('a store and a Lambda base from a program', () => {
    expect(imageOf('rabbitmq:3-management').store).toBe(true)
    expect(imageOf('public.ecr.aws/lambda/python:3.12').lambda).toBe(true)
    expect(imageOf('debian:bookworm')).toMatchObject({ stack: null, runtime: null, store: false, lambda: false })
  })
})

describe('the Dockerfile of an app', () => {
  it('G9 lies in a folder for it and is built from the folder above', () => {
    const app = appOf({
      ...flask,
      'deploy/Dockerfile': 'FROM python:3.11\nCOPY requirements.txt .\nCOPY . .\nCMD gunicorn app:app\n',
    })
    expect(app).toMatchObject({ root: '.', dockerfile: { path: 'deploy/Dockerfile', context: '.', usable: true } })
  })

  it('G8 copies from several folders: one app at the root', () => {
    const { apps } = surveyOf({
      Dockerfile:
        'FROM node:22 AS web\nCOPY frontend/ .\nRUN npm ci && npm run build\nFROM python:3.11\nCOPY app/requirements.txt .\nCOPY app/ .\nCOPY --from=web /dist ./static\nEXPOSE 8000\nCMD gunicorn app:app -b 0.0.0.0:8000\n',
      'app/requirements.txt': 'flask\ngunicorn\n',
      'app/app.py': flask['app.py'],
      'frontend/package.json': '{"scripts":{"build":"vite build"},"devDependencies":{"vite":"6"}}',
      'frontend/package-lock.json': '{"lockfileVersion":3,"packages":{"":{"devDependencies":{"vite":"6"}}}}',
      'frontend/index.html': '<script type="module" src="/src/main.js"></script>',
    })
    expect(apps).toHaveLength(1)
    expect(apps[0]).toMatchObject({
      root: '.',
      framework: 'flask',
      install: 'pip install -r app/requirements.txt',
      build: 'cd frontend && npm ci && npm run build',
      dockerfile: { path: 'Dockerfile', context: '.' },
    })
  })

  it('G10 leaves the framework named', () => {
    expect(appOf({ ...flask, Dockerfile: 'FROM python:3.11\nCOPY . .\nCMD gunicorn app:app\n' })).toMatchObject({
      framework: 'flask',
      dockerfile: { usable: true },
    })
  })

  it('G11 names the port; a clash with the source is said', () => {
    const app = appOf({
      ...flask,
      'app.py': `${flask['app.py']}\nif __name__ == '__main__':\n    app.run(host='0.0.0.0', port=5001)\n`,
      Dockerfile: 'FROM python:3.11\nCOPY . .\nEXPOSE 8085\nCMD python app.py\n',
    })
    expect(app.port).toBe(8085)
    expect(app.remarks.join()).toContain('app.py says 5001')
  })

  it('D28 takes EXPOSE $PORT from the default of ARG', () => {
    expect(
      appOf({ ...flask, Dockerfile: 'FROM python:3.11\nARG PORT=5005\nCOPY . .\nEXPOSE $PORT\nCMD gunicorn app:app\n' })
        .port,
    ).toBe(5005)
  })

  it('D28 takes the port of the command where nothing is exposed', () => {
    expect(
      appOf({ ...flask, Dockerfile: 'FROM python:3.11\nCOPY . .\nCMD ["uvicorn", "app:app", "--port", "8090"]\n' })
        .port,
    ).toBe(8090)
  })

  it('D28 with several ports and nothing that tells them apart is a question', () => {
    expect(
      appOf({ ...flask, Dockerfile: 'FROM python:3.11\nCOPY . .\nEXPOSE 8000 5000\nCMD ./run.sh\n', 'run.sh': '' })
        .question?.text,
    ).toContain('8000 and 5000')
  })

  it.each([
    [
      'is for development by its name',
      { 'Dockerfile.dev': 'FROM python:3.11\nCOPY . .\nCMD gunicorn app:app\n' },
      'for work on the code',
    ],
    ['keeps a shell open', { Dockerfile: 'FROM debian\nCOPY . .\nCMD ["bash"]\n' }, 'shell'],
    [
      'starts a development server',
      { Dockerfile: 'FROM python:3.11\nCOPY . .\nCMD uvicorn app:app --reload\n' },
      'development server',
    ],
    [
      'copies what is not there',
      { Dockerfile: 'FROM python:3.11\nCOPY target/app.jar .\nCMD gunicorn app:app\n' },
      'target/app.jar',
    ],
    ['has no CMD', { Dockerfile: 'FROM python:3.11\nCOPY . .\n' }, 'no CMD'],
    [
      'is a Lambda image',
      {
        Dockerfile: 'FROM public.ecr.aws/lambda/python:3.12\nCOPY app.py .\nCMD ["app.handler"]\n',
        Procfile: 'web: gunicorn --bind 0.0.0.0:5000 app:app\n',
      },
      'Lambda',
    ],
    ['builds a store', { Dockerfile: 'FROM rabbitmq:3\nCOPY app.py .\n' }, 'a store'],
  ])('that %s is not used', (_, files, why) => {
    const app = appOf({ ...flask, ...files })
    expect(app.dockerfile?.usable).toBe(false)
    expect(app.remarks.join()).toContain(why)
    expect(app.start).toBe('gunicorn --bind 0.0.0.0:5000 app:app')
  })

  it('whose entry point only passes on a command, and has none, is not used', () => {
    const app = appOf({
      ...flask,
      Dockerfile: 'FROM python:3.11\nCOPY . .\nENTRYPOINT ["/app/entrypoint.sh"]\n',
      'entrypoint.sh': '#!/bin/sh\nwait-for db\nexec "$@"\n',
      'compose.prod.yml': 'services:\n  web:\n    build: .\n    command: gunicorn app:app --bind 0.0.0.0:8000\n',
    })
    expect(app).toMatchObject({
      start: 'gunicorn app:app --bind 0.0.0.0:8000',
      dockerfile: { usable: false },
      port: 8000,
    })
  })

  it('builds the last stage, and the one for production where the last is for work', () => {
    const stages = (last: string) =>
      `FROM python:3.11 AS base\nCOPY . .\nFROM base AS production\nCMD gunicorn app:app\nFROM base AS ${last}\nCMD gunicorn app:app --threads 9\n`
    expect(appOf({ ...flask, Dockerfile: stages('dev') })).toMatchObject({
      dockerfile: { stage: 'production' },
      start: 'gunicorn app:app',
    })
    expect(appOf({ ...flask, Dockerfile: stages('final') })).toMatchObject({
      dockerfile: { stage: null },
      start: 'gunicorn app:app --threads 9',
    })
  })

  it('G59 that stands on an ARM image, or is composed for ARM, says so', () => {
    const dockerfile = 'FROM --platform=linux/arm64 python:3.11\nCOPY . .\nCMD gunicorn app:app\n'
    expect(appOf({ ...flask, Dockerfile: dockerfile }).dockerfile?.platform).toBe('linux/arm64')
    const compose = 'services:\n  web:\n    build: .\n    platform: linux/arm64\n'
    expect(
      appOf({ ...flask, Dockerfile: dockerfile.replace('--platform=linux/arm64 ', ''), 'compose.yml': compose })
        .dockerfile?.platform,
    ).toBe('linux/arm64')
  })

  it('under a name of its own builds the app of that name', () => {
    const { apps } = surveyOf({
      'Dockerfile.api': 'FROM python:3.11\nCOPY api/ api/\nWORKDIR /api\nEXPOSE 8000\nCMD gunicorn app:app\n',
      'api/requirements.txt': flask['requirements.txt'],
      'api/app.py': flask['app.py'],
    })
    expect(apps.map(({ root, dockerfile }) => [root, dockerfile?.path])).toEqual([['api', 'Dockerfile.api']])
  })

  it.each([
    'Dockerfile_release',
    'Dockerfile-prod',
    'Dockerfile.production',
  ])('is %s rather than the plain one', (name) => {
    const image = (command: string) => `FROM python:3.11\nCOPY api/ /api\nWORKDIR /api\nEXPOSE 8000\nCMD ${command}\n`
    const app = appOf({
      Dockerfile: image('flask run --debug'),
      [name]: image('gunicorn app:app'),
      'docker-compose.release.yml': `services:\n  web:\n    build:\n      context: .\n      dockerfile: ${name}\n`,
      'api/requirements.txt': flask['requirements.txt'],
      'api/app.py': flask['app.py'],
    })
    expect([app.root, app.dockerfile?.path, app.dockerfile?.context]).toEqual(['api', name, '.'])
  })

  it.each([
    ['./cmd/api', false],
    ['./cmd/shop', true],
    ['-o ./bin/app ./cmd/shop/main.go', true],
    ['.', true],
  ])('that compiles %s is used only where that is there', (path, usable) => {
    const app = appOf({
      Dockerfile: `FROM golang:1.24\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /srv ${path}\nCMD ["/srv"]\n`,
      'go.mod': 'module shop\n\ngo 1.24\n\nrequire github.com/gin-gonic/gin v1.10.0\n',
      'cmd/shop/main.go': 'package main\nfunc main() { gin.Default().Run() }\n',
    })
    expect(app.dockerfile?.usable).toBe(usable)
  })

  it('whose entry script is given settings starts with the script', () => {
    const image = (command: string) =>
      appOf({
        ...flask,
        Dockerfile: `FROM python:3.11\nCOPY . .\nENTRYPOINT ["/entrypoint.sh"]\nCMD ${command}\n`,
        'entrypoint.sh': 'exec gunicorn -c "$1" app:app\n',
      }).start
    expect(image('["/etc/shop.cnf"]')).toBe('/entrypoint.sh /etc/shop.cnf')
    expect(image('["gunicorn", "app:app"]')).toBe('gunicorn app:app')
  })

  it.each([
    ['', false],
    ['RUN apt-get install -y nginx supervisor\n', true],
  ])('of PHP-FPM answers HTTP only with a web server beside it: %j', (run, usable) => {
    const app = appOf({
      Dockerfile: `FROM php:8.3-fpm\n${run}COPY . .\nCMD ["./start.sh"]\n`,
      'composer.json': '{"require": {"laravel/framework": "^11"}}',
      artisan: '',
      'start.sh': '',
    })
    expect(app.dockerfile?.usable).toBe(usable)
  })

  it('of a program that nothing else tells makes a server of it', () => {
    expect(
      appOf({
        Dockerfile: 'FROM debian:bookworm\nCOPY server.c .\nRUN cc server.c -o server\nEXPOSE 7000\nCMD ["./server"]\n',
        'server.c': '',
      }),
    ).toMatchObject({ kind: 'server', language: null, port: 7000, start: './server' })
  })

  it('of pages behind nginx makes no server of them', () => {
    const { apps } = surveyOf({
      Dockerfile: 'FROM nginx:alpine\nCOPY . /usr/share/nginx/html\nEXPOSE 80\n',
      'index.html': '<!doctype html><html></html>',
    })
    expect(apps.map(({ kind, start, port }) => [kind, start, port])).toEqual([['static', null, null]])
  })
})
