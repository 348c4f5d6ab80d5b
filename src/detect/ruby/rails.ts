import { type Finding, find } from '../finding.ts'
import type { Place } from '../place.ts'
import type { Gems } from './gems.ts'

const pipelines = [
  'sprockets-rails',
  'propshaft',
  'sassc-rails',
  'sass-rails',
  'webpacker',
  'shakapacker',
  'jsbundling-rails',
  'cssbundling-rails',
  'tailwindcss-rails',
  'dartsass-rails',
  'importmap-rails',
  'vite_rails',
  'uglifier',
  'terser',
]

/** Rails compiles assets where it has a pipeline for them; an API-only app has none. */
export function railsBuild(place: Place, gems: Gems): readonly Finding[] {
  if (/^\s*config\.api_only\s*=\s*true/m.test(place.text('config/application.rb') ?? '')) return []
  const name = pipelines.find((one) => gems.has(one))
  const proof = name === undefined ? undefined : gems.get(name)
  // Up to Rails 6 the pipeline comes with the rails gem itself, unless the app picks its parts one by one and leaves it out.
  const whole = /^\s*require ["'](?:rails\/all|sprockets\/railtie)["']/m.test(place.text('config/application.rb') ?? '')
  const bundled =
    whole && place.repository.folder(place.at('app/assets'))
      ? place.proof('Gemfile', place.texts.seen.isThere('app/assets'), 'rails')
      : undefined
  const found = proof ?? bundled
  return found ? [find('build', 'bundle exec rails assets:precompile', found)] : []
}
