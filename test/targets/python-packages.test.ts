import { describe, expect, it } from 'vitest'
import { sourceBuild } from '../../src/targets/apprunner/commands.ts'
import { python } from '../../src/targets/ecr/dockerfile/python.ts'
import { ruby } from '../../src/targets/ecr/dockerfile/ruby.ts'
import { sampleApp } from '../sample-app.ts'

const django = (name: 'pip' | 'uv' | 'poetry', install: string) =>
  sampleApp({
    language: 'python',
    framework: 'django',
    runtime: { name: 'python', version: '3.11', from: 'default' },
    packageManager: { name, version: null },
    lockfile: null,
    install,
    build: null,
    start: 'gunicorn --bind 0.0.0.0:8000 shop.wsgi:application',
    needs: ['python package: gunicorn'],
  })

describe('a server that the project does not list', () => {
  it.each([
    ['pip', 'pip install -r requirements.txt', 'pip install gunicorn', 'pip3 install gunicorn'],
    ['uv', 'uv sync --no-dev', 'uv pip install --python /opt/venv gunicorn', 'uv pip install gunicorn'],
    ['poetry', 'poetry install --only main', 'pip install gunicorn', 'poetry run pip install gunicorn'],
  ] as const)('is installed beside the packages of %s', (name, install, inImage, inSource) => {
    const app = django(name, install)
    const cooked = python(app)
    expect(cooked.ok && cooked.dockerfile).toContain(inImage)
    expect(sourceBuild(app, 8000).preRun.at(-1)).toBe(inSource)
  })

  it('and nothing is where all are listed', () => {
    const cooked = python({ ...django('pip', 'pip install -r requirements.txt'), needs: [] })
    expect(cooked.ok && cooked.dockerfile).not.toContain('pip install gunicorn')
  })
})

it('the image of a Rails app installs the packages of its bundler of JavaScript', () => {
  const cooked = ruby(
    sampleApp({
      language: 'ruby',
      framework: 'rails',
      runtime: null,
      install: 'bundle install && yarn install --frozen-lockfile',
      build: 'bundle exec rails assets:precompile',
      start: 'bundle exec puma -C config/puma.rb',
    }),
  )
  expect(cooked.ok && cooked.dockerfile).toContain('RUN npm install --global yarn && yarn install --frozen-lockfile')
  expect(cooked.ok && cooked.dockerfile).toMatch(/apt-get[\s\S]*nodejs/)
})
