import type { Detector } from '../detector.ts'
import { type Finding, find } from '../finding.ts'
import type { Place } from '../place.ts'
import { type FileBelow, filesBelow } from './files-below.ts'
import { proofOfTests, some } from './proof-of-tests.ts'

/** RSpec, Rails' own tests or a Rakefile's, where there are tests; RuboCop or Standard where the Gemfile lists and a file sets it. */
export const rubyChecks: Detector = {
  id: 'ruby-checks',
  stack: 'ruby',
  reads: ['Gemfile', 'gems.rb', 'Rakefile'],
  find: (place) => (place.pick('Gemfile', 'gems.rb') ? [...test(place), ...lint(place)] : []),
}

const other = ({ files }: { readonly files: ReadonlySet<string> }) => files.has('Gemfile')

function test(place: Place): readonly Finding[] {
  const specs = filesBelow(place, (name) => /^spec\/.*_spec\.rb$/.test(name), other)
  if (some(specs) && lists(place, /rspec(?:-rails|-core)?/)) return withSchema(place, 'bundle exec rspec', specs)
  // Tests of Rails with a browser lie in test/system and are no part of `rails test`.
  const tests = filesBelow(place, (name) => /^test\/(?!system\/).*(?:_test|\/test_\w+)\.rb$/.test(name), other)
  if (!some(tests)) return []
  if (place.has('config/application.rb') || place.has('bin/rails'))
    return withSchema(place, 'bundle exec rails test', tests)
  return /TestTask|Minitest::TestTask|task\s*:?test\b/.test(place.text('Rakefile') ?? '')
    ? [find('test', 'bundle exec rake test', proofOfTests(tests, place.texts))]
    : []
}

/** As the workflow that Rails itself writes does: https://github.com/rails/rails/blob/main/railties/lib/rails/generators/rails/app/templates/github/ci.yml.tt (2026-11) */
function withSchema(place: Place, command: string, tests: readonly [FileBelow, ...FileBelow[]]): readonly Finding[] {
  const schema = place.pick('db/schema.rb', 'db/structure.sql')
  const whole = schema === undefined ? command : `bundle exec rails db:test:prepare && ${command}`
  return [find('test', whole, proofOfTests(tests, place.texts))]
}

function lint(place: Place): readonly Finding[] {
  const rubocop = place.pick('.rubocop.yml')
  if (rubocop !== undefined && lists(place, /rubocop(?:-[\w-]+)?/))
    return [find('lint', 'bundle exec rubocop', place.proof(rubocop, rubocop))]
  const standard = place.pick('.standard.yml')
  return standard !== undefined && lists(place, /standard(?:rb)?/)
    ? [find('lint', 'bundle exec standardrb', place.proof(standard, standard))]
    : []
}

function lists(place: Place, gem: RegExp): boolean {
  const text = place.text('Gemfile') ?? place.text('gems.rb') ?? ''
  return new RegExp(`^\\s*gem\\s*\\(?\\s*["'](?:${gem.source})["']`, 'm').test(text)
}
