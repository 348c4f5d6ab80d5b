import { describe, expect, it } from 'vitest'
import { appOf, surveyOf } from '../../survey-of.ts'

const composer = (requires: Record<string, string>, more = {}) => JSON.stringify({ require: requires, ...more })

describe('a PHP server', () => {
  it.each([
    ['laravel', 'laravel/framework'],
    ['symfony', 'symfony/framework-bundle'],
    ['slim', 'slim/slim'],
    ['codeigniter', 'codeigniter4/framework'],
    ['cakephp', 'cakephp/cakephp'],
  ])('with %s', (framework, name) => {
    expect(
      appOf({
        'composer.json': composer({ php: '^8.2', [name]: '^1' }),
        'composer.lock': '{}',
        'public/index.php': '<?php',
      }),
    ).toMatchObject({
      kind: 'server',
      language: 'php',
      framework,
      packageManager: { name: 'composer' },
      runtime: { name: 'php', version: '8.2', from: 'composer.json' },
      install: 'composer install --no-dev --optimize-autoloader',
      start: null,
    })
  })

  it('with Vite for its assets is a server, and builds them', () => {
    const app = appOf({
      'composer.json': composer({ 'laravel/framework': '^11' }),
      artisan: '',
      'package.json':
        '{"scripts":{"dev":"vite","build":"vite build"},"devDependencies":{"vite":"5","laravel-vite-plugin":"1"}}',
      'package-lock.json':
        '{"lockfileVersion":3,"packages":{"":{"devDependencies":{"vite":"5","laravel-vite-plugin":"1"}}}}',
      'index.html': '<!doctype html><html></html>',
    })
    expect(app).toMatchObject({ kind: 'server', framework: 'laravel', build: 'npm ci && npm run build', output: null })
  })

  it('with a renderer on Node that nothing starts is one server', () => {
    const { apps } = surveyOf({
      'composer.json': composer({ 'laravel/framework': '^11' }),
      'package.json':
        '{"scripts":{"build":"vite build && vite build --ssr"},"devDependencies":{"vite":"6","@inertiajs/vue3":"1"}}',
      'package-lock.json':
        '{"lockfileVersion":3,"packages":{"":{"devDependencies":{"vite":"6","@inertiajs/vue3":"1"}}}}',
    })
    expect(apps.map(({ framework, build }) => [framework, build])).toEqual([['laravel', 'npm ci && npm run build']])
  })

  it.each([
    ['laravel-mix', { prod: 'npm run production', production: 'mix --production' }, 'npm ci && npm run production'],
    ['@symfony/webpack-encore', { dev: 'encore dev', prod: 'encore production' }, 'npm ci && npm run prod'],
    ['concurrently', { prod: 'node server.js' }, null],
  ])('beside the assets of %s is built by the script for production', (name, scripts, build) => {
    const app = appOf({
      'composer.json': composer({ 'laravel/framework': '^8' }),
      artisan: '',
      'package.json': JSON.stringify({ private: true, scripts, devDependencies: { [name]: '6' } }),
      'package-lock.json': '{}',
    })
    expect(app).toMatchObject({ kind: 'server', framework: 'laravel', build })
  })

  it('without a framework is found by its index.php', () => {
    expect(appOf({ 'index.php': '<?php echo 1;' })).toMatchObject({
      kind: 'server',
      language: 'php',
      framework: null,
      install: null,
    })
  })

  it('with Octane starts itself', () => {
    expect(appOf({ 'composer.json': composer({ 'laravel/framework': '^11', 'laravel/octane': '^2' }) }).start).toBe(
      'php artisan octane:start --host=0.0.0.0 --port=8000',
    )
  })

  it.each([
    ['config.platform', { config: { platform: { php: '8.3.1' } } }, {}, '8.3'],
    ['.php-version', {}, { '.php-version': '8.4\n' }, '8.4'],
    ['an open range', {}, {}, '8.2'],
  ])('is pinned by %s', (_, more, files, version) => {
    expect(
      appOf({ 'composer.json': composer({ php: '>=7.4', 'slim/slim': '^4' }, more), ...files }).runtime?.version,
    ).toBe(version)
  })

  it('of Symfony with a worker in its Procfile has one', () => {
    const { apps } = surveyOf({
      'composer.json': composer({ 'symfony/framework-bundle': '^7' }),
      Procfile: 'web: vendor/bin/heroku-php-apache2 public/\nworker: php bin/console messenger:consume async\n',
    })
    expect(apps.map(({ kind, framework }) => [kind, framework])).toEqual([
      ['server', 'symfony'],
      ['worker', 'symfony'],
    ])
  })
})

it('a start command that only Heroku has is none', () => {
  expect(
    appOf({
      'composer.json': composer({ 'slim/slim': '^4' }),
      Procfile: 'web: heroku-php-apache2 web/\n',
      'web/index.php': '',
    }),
  ).toMatchObject({ framework: 'slim', start: null })
})

it('a Composer package is no app', () => {
  expect(
    surveyOf({ 'composer.json': composer({ 'symfony/http-kernel': '^7' }, { type: 'library' }), 'src/A.php': '' }).apps,
  ).toEqual([])
})
