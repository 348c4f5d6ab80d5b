import type { Detector } from '../detector.ts'
import { type Finding, find, first } from '../finding.ts'
import type { Place } from '../place.ts'
import { filesBelow } from './files-below.ts'
import { proofOfTests, some } from './proof-of-tests.ts'

/** Tests of a Mix project, with the packages of every environment, and Credo where mix.exs lists it. */
export const elixirChecks: Detector = {
  id: 'elixir-checks',
  stack: 'elixir',
  reads: ['mix.exs'],
  find(place, known) {
    const found = first(known, 'language') ? [...test(place), ...lint(place)] : []
    const [head] = found
    return head ? [...found, find('devInstall', 'mix deps.get', head.proof[0])] : []
  },
}

function test(place: Place): readonly Finding[] {
  const tests = filesBelow(
    place,
    (name) => /(?:^|\/)test\/.*_test\.exs$/.test(name),
    ({ files }, name) => files.has('mix.exs') && !/^apps\/[^/]+$/.test(name),
  )
  return some(tests) ? [find('test', 'mix test', proofOfTests(tests, place.texts))] : []
}

function lint(place: Place): readonly Finding[] {
  const line = /\{:credo,[^}]*\}/.exec(place.text('mix.exs') ?? '')?.[0]
  return line === undefined ? [] : [find('lint', 'mix credo', place.proof('mix.exs', line, '{:credo,'))]
}
