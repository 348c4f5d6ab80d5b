import { describe, expect, it } from 'vitest'
import { appOf, surveyOf } from '../../survey-of.ts'

const rails = {
  Gemfile:
    "source 'https://rubygems.org'\nruby '3.3.6'\ngem 'rails', '~> 8.0'\ngem 'pg'\ngem 'puma'\ngem 'propshaft'\ngroup :development, :test do\n  gem 'rspec-rails'\nend\n",
  'Gemfile.lock': 'GEM\n',
  'config/application.rb': 'require "rails/all"\n',
  'config/puma.rb': 'port ENV.fetch("PORT", 3000)\n',
  'config.ru': '',
}

describe('a Rails server', () => {
  it('is served by Puma and compiles its assets', () => {
    expect(appOf(rails)).toMatchObject({
      kind: 'server',
      language: 'ruby',
      framework: 'rails',
      packageManager: { name: 'bundler' },
      runtime: { name: 'ruby', version: '3.3', from: 'Gemfile' },
      install: 'bundle install',
      build: 'bundle exec rails assets:precompile',
      start: 'bundle exec puma -C config/puma.rb',
      port: 3000,
      honoursPort: true,
      needs: ['postgresql'],
    })
  })

  it('with a range in its Gemfile runs on the version that is locked', () => {
    const app = appOf({
      ...rails,
      Gemfile: rails.Gemfile.replace("'3.3.6'", "'>= 3.2', '< 4'"),
      'Gemfile.lock': 'GEM\n\nRUBY VERSION\n   ruby 3.4.9p12\n',
    })
    expect(app.runtime).toEqual({ name: 'ruby', version: '3.4', from: 'Gemfile.lock' })
    expect(app.remarks.join()).not.toContain('is taken from')
  })

  it('that is an API only has no assets', () => {
    expect(
      appOf({
        ...rails,
        'config/application.rb':
          'require "rails/all"\nmodule A\n  class Application < Rails::Application\n    config.api_only = true\n  end\nend\n',
      }).build,
    ).toBeNull()
  })

  it('with a package.json for its assets still compiles them by Rails', () => {
    const app = appOf({
      ...rails,
      'package.json': '{"scripts":{"build":"esbuild app/javascript/*.*"}}',
      'yarn.lock': '',
    })
    expect(app).toMatchObject({ framework: 'rails', build: 'bundle exec rails assets:precompile' })
  })

  it('is pinned by .ruby-version before the Gemfile', () => {
    const app = appOf({ ...rails, '.ruby-version': 'ruby-3.4.1\n' })
    expect(app.runtime).toEqual({ name: 'ruby', version: '3.4', from: '.ruby-version' })
    expect(app.remarks.join()).toContain('Gemfile says 3.3.6')
  })

  it('with Sidekiq in its Procfile has a worker', () => {
    const { apps } = surveyOf({
      ...rails,
      Procfile: 'web: bundle exec puma -C config/puma.rb\nworker: bundle exec sidekiq -C config/sidekiq.yml\n',
    })
    expect(apps.map(({ kind, framework }) => [kind, framework])).toEqual([
      ['server', 'rails'],
      ['worker', 'sidekiq'],
    ])
  })
})

describe('other programs of Ruby', () => {
  it.each([
    [
      'sinatra',
      { Gemfile: "gem 'sinatra'\ngem 'puma'\n", 'config.ru': 'run App\n', 'app.rb': '' },
      'server',
      'bundle exec puma -b tcp://0.0.0.0:4567',
    ],
    [
      'sinatra',
      { Gemfile: "gem 'sinatra'\n", 'app.rb': "require 'sinatra'\n" },
      'server',
      'bundle exec ruby app.rb -o 0.0.0.0',
    ],
    ['roda', { Gemfile: "gem 'roda'\n", 'config.ru': '' }, 'server', 'bundle exec rackup --host 0.0.0.0 --port 9292'],
    ['hanami', { Gemfile: "gem 'hanami'\n", 'config.ru': '' }, 'server', 'bundle exec hanami server --host 0.0.0.0'],
    ['discordrb', { Gemfile: "gem 'discordrb'\n", 'bot.rb': '' }, 'worker', 'bundle exec ruby bot.rb'],
  ])('%s', (framework, files, kind, start) => {
    expect(appOf(files)).toMatchObject({ framework, kind, start })
  })

  it('a gem is none', () => {
    expect(surveyOf({ Gemfile: "gemspec\ngem 'rails'\n", 'thing.gemspec': '', 'lib/thing.rb': '' }).apps).toEqual([])
  })
})
