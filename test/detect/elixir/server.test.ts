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
