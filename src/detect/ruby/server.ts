import type { Detector } from '../detector.ts'
import { type Finding, find, type Proof, usualPort } from '../finding.ts'
import type { Place } from '../place.ts'
import { type Gems, gemsAt } from './gems.ts'
import { railsBuild } from './rails.ts'
import { rubyVersion, rubyVersionReads } from './version.ts'

interface RubyFramework {
  readonly id: string
  readonly gems: readonly string[]
  readonly kind: 'server' | 'worker' | 'static'
  readonly port: number
}

/** In order of precedence. */
const frameworks: readonly RubyFramework[] = [
  { id: 'rails', gems: ['rails', 'railties', 'actionpack'], kind: 'server', port: 3000 },
  { id: 'hanami', gems: ['hanami'], kind: 'server', port: 2300 },
  { id: 'jekyll', gems: ['jekyll', 'github-pages'], kind: 'static', port: 4000 },
  { id: 'bridgetown', gems: ['bridgetown'], kind: 'static', port: 4000 },
  { id: 'middleman', gems: ['middleman'], kind: 'static', port: 4567 },
  { id: 'nanoc', gems: ['nanoc'], kind: 'static', port: 3000 },
  { id: 'sinatra', gems: ['sinatra', 'sinatra-contrib'], kind: 'server', port: 4567 },
  { id: 'padrino', gems: ['padrino'], kind: 'server', port: 3000 },
  { id: 'roda', gems: ['roda'], kind: 'server', port: 9292 },
  { id: 'grape', gems: ['grape'], kind: 'server', port: 9292 },
  { id: 'rack', gems: ['rack', 'rackup'], kind: 'server', port: 9292 },
  { id: 'discordrb', gems: ['discordrb'], kind: 'worker', port: 0 },
  { id: 'telegram-bot-ruby', gems: ['telegram-bot-ruby'], kind: 'worker', port: 0 },
  { id: 'slack-ruby-bot', gems: ['slack-ruby-bot', 'slack-ruby-client'], kind: 'worker', port: 0 },
  { id: 'sidekiq', gems: ['sidekiq'], kind: 'worker', port: 0 },
]

const entries = ['app.rb', 'main.rb', 'server.rb', 'web.rb', 'application.rb', 'bot.rb', 'index.rb', 'run.rb']

/** Ruby servers and bots by their Gemfile. Site generators have detectors of their own. */
export const rubyServer: Detector = {
  id: 'ruby-server',
  stack: 'ruby',
  reads: [
    'Gemfile',
    'gems.rb',
    'config.ru',
    'config/puma.rb',
    'config/application.rb',
    ...entries,
    ...rubyVersionReads,
  ],
  find(place) {
    const gems = gemsAt(place)
    const framework = gems && frameworks.find((one) => one.gems.some((name) => gems.has(name)))
    if (!gems || !framework || framework.kind === 'static' || isGem(place, framework)) return []
    const proof = framework.gems.map((name) => gems.get(name)).find((one) => one)
    if (!proof || !starts(place, framework)) return []
    return [
      ...rubyTools(place),
      find('framework', { id: framework.id, kind: framework.kind, major: null, spa: false }, proof),
      ...commands(place, framework, gems, proof),
    ]
  },
}

function isGem(place: Place, { id }: RubyFramework): boolean {
  return (
    id !== 'sinatra' &&
    [...place.folder.files].some((name) => name.endsWith('.gemspec')) &&
    !place.has('config/application.rb')
  )
}

// A gem that is only a library of something else (rack under a script) starts no server.
function starts(place: Place, { id, kind }: RubyFramework): boolean {
  if (id === 'rails') return place.has('config/application.rb') || place.has('config.ru') || place.has('bin/rails')
  return place.has('config.ru') || (entries.some((name) => place.has(name)) && (kind === 'worker' || id !== 'rack'))
}

/** Language, package manager, install command and version of a Ruby project. */
export function rubyTools(place: Place): readonly Finding[] {
  const proof = place.proof(place.pick('Gemfile', 'gems.rb') ?? 'Gemfile', 'Gemfile')
  const lock = place.has('Gemfile.lock')
    ? [find('lockfile', place.at('Gemfile.lock'), place.proof('Gemfile.lock', 'Gemfile.lock'))]
    : []
  return [
    find('language', 'ruby', proof),
    find('packageManager', { name: 'bundler', version: null }, proof),
    ...lock,
    find('install', 'bundle install', proof),
    ...rubyVersion(place),
  ]
}

function commands(place: Place, framework: RubyFramework, gems: Gems, proof: Proof): readonly Finding[] {
  const start = startOf(place, framework, gems)
  const given = puma(place)
  const says = place.texts.seen.listensUnlessTold(framework.id, framework.port)
  const port = given ? find('port', given.port, given.proof) : usualPort(framework.port, { ...proof, says })
  return [
    ...(start === null ? [] : [find('start', start, proof)]),
    ...(framework.kind === 'server' ? [port] : []),
    ...(framework.kind === 'server' && given?.honours ? [find('honoursPort', true, given.proof)] : []),
    ...(framework.id === 'rails' ? railsBuild(place, gems) : []),
  ]
}

function startOf(place: Place, { id, kind, port }: RubyFramework, gems: Gems): string | null {
  const script = entries.find((name) => place.has(name))
  if (id === 'sidekiq') return 'bundle exec sidekiq'
  if (kind === 'worker') return script === undefined ? null : `bundle exec ruby ${script}`
  if (gems.has('puma') && place.has('config/puma.rb')) return 'bundle exec puma -C config/puma.rb'
  if (id === 'rails') return 'bundle exec rails server -b 0.0.0.0'
  if (id === 'hanami') return 'bundle exec hanami server --host 0.0.0.0'
  if (!place.has('config.ru')) return script === undefined ? null : `bundle exec ruby ${script} -o 0.0.0.0`
  if (gems.has('puma')) return `bundle exec puma -b tcp://0.0.0.0:${port}`
  return `bundle exec rackup --host 0.0.0.0 --port ${port}`
}

/** The port in `config/puma.rb`: `port ENV.fetch("PORT") { 3000 }`. */
function puma(place: Place) {
  const [line, given] = /^\s*port\s*\(?\s*(.+)$/m.exec(place.text('config/puma.rb') ?? '') ?? []
  const digits = /\b(\d{2,5})\b/.exec(given ?? '')?.[1]
  if (line === undefined || digits === undefined) return null
  return {
    port: Number(digits),
    honours: /PORT/.test(line),
    proof: place.proof('config/puma.rb', line.trim(), line.trim()),
  }
}
