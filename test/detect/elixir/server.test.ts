import { describe, expect, it } from 'vitest'
import { appOf, surveyOf } from '../../survey-of.ts'

const mix = (dependencies: string, more = '') =>
  `defmodule Shop.MixProject do\n  use Mix.Project\n  def project do\n    [\n      app: :shop,\n      elixir: "~> 1.15",\n      ${more}deps: deps()\n    ]\n  end\n  defp deps do\n    [${dependencies}]\n  end\nend\n`

describe('a Phoenix server', () => {
  it('runs by its task', () => {
    expect(appOf({ 'mix.exs': mix('{:phoenix, "~> 1.7.14"}'), 'mix.lock': '' })).toMatchObject({
      kind: 'server',
      language: 'elixir',
      framework: 'phoenix',
      runtime: { name: 'elixir', version: '1.15', from: 'mix.exs' },
      install: 'mix deps.get --only prod',
      build: 'MIX_ENV=prod mix compile',
      start: 'MIX_ENV=prod mix phx.server',
      port: 4000,
    })
  })

  it('with a release prepared is started from it', () => {
    const app = appOf({
      'mix.exs': `${mix('{:phoenix, "~> 1.7.14"}')}# "assets.deploy": []\n`,
      'rel/overlays/bin/server': '',
    })
    expect(app).toMatchObject({
      build: 'MIX_ENV=prod mix compile && MIX_ENV=prod mix assets.deploy && MIX_ENV=prod mix release',
      start: '_build/prod/rel/shop/bin/server',
    })
  })

  it('takes PORT with its default', () => {
    expect(
      appOf({
        'mix.exs': mix('{:phoenix, "~> 1.7.14"}'),
        'config/runtime.exs': 'port = String.to_integer(System.get_env("PORT") || "4001")\n',
      }),
    ).toMatchObject({ port: 4001, honoursPort: true })
  })

  it('of before 1.3 has another task', () => {
    expect(appOf({ 'mix.exs': mix('{:phoenix, "~> 1.2.0"}') }).start).toBe('MIX_ENV=prod mix phoenix.server')
  })
})

it('a bot is a worker, a package none', () => {
  expect(appOf({ 'mix.exs': mix('{:nostrum, "~> 0.10"}') })).toMatchObject({ kind: 'worker', framework: 'nostrum' })
  expect(surveyOf({ 'mix.exs': mix('{:phoenix, "~> 1.7"}', 'package: package(),\n      ') }).apps).toEqual([])
})

describe('an umbrella', () => {
  const files = {
    'server/mix.exs':
      'defmodule Shop.MixProject do\n  def project do\n    [\n      apps_path: "apps",\n      deps: [],\n      releases: releases()\n    ]\n  end\n  defp releases() do\n    [\n      shop: [\n        include_executables_for: [:unix],\n        applications: [shop: :permanent]\n      ],\n      shop_web: [\n        applications: [shop_web: :permanent]\n      ]\n    ]\n  end\nend\n',
    'server/apps/shop/mix.exs': mix('{:ecto_sql, "~> 3.1"}'),
    'server/apps/shop_web/mix.exs': mix('{:shop, in_umbrella: true}, {:phoenix, "~> 1.7"}').replace(
      ':shop,',
      ':shop_web,',
    ),
  }

  it('is one app, and each release without the pages is a process beside it', () => {
    expect(surveyOf(files).apps).toMatchObject([
      {
        root: 'server',
        kind: 'server',
        framework: 'phoenix',
        runtime: { version: '1.15' },
        build: 'MIX_ENV=prod mix release shop_web',
        start: '_build/prod/rel/shop_web/bin/shop_web start',
      },
      {
        root: 'server',
        kind: 'worker',
        framework: null,
        build: 'MIX_ENV=prod mix release shop',
        start: '_build/prod/rel/shop/bin/shop start',
      },
    ])
  })

  it('without releases runs by its task', () => {
    const { 'server/mix.exs': top, ...rest } = files
    expect(
      appOf({
        ...rest,
        'server/mix.exs': top.replace('releases: releases()', '').replace(/defp releases[\s\S]*/, 'end'),
      }),
    ).toMatchObject({
      root: 'server',
      start: 'MIX_ENV=prod mix phx.server',
    })
  })
})

it('assets of Phoenix before 1.6 are built by their script, and a release of Distillery has its own name', () => {
  expect(
    appOf({
      'mix.exs': mix('{:phoenix, "~> 1.4"}'),
      'rel/config.exs': 'release :shop_prod do\n  set version: "1"\nend\n',
      'assets/package.json': '{"scripts":{"deploy":"webpack --mode production"}}',
      'assets/package-lock.json': '{}',
    }),
  ).toMatchObject({
    build:
      'MIX_ENV=prod mix compile && npm ci --prefix assets && npm run deploy --prefix assets && MIX_ENV=prod mix phx.digest && MIX_ENV=prod mix release',
    start: '_build/prod/rel/shop_prod/bin/shop_prod start',
  })
})
