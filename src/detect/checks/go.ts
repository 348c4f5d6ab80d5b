import type { Detector } from '../detector.ts'
import { type Finding, find } from '../finding.ts'
import type { Place } from '../place.ts'
import { filesBelow } from './files-below.ts'
import { proofOfTests, some } from './proof-of-tests.ts'

/** Tests of a Go module, and golangci-lint where go.mod brings it as a tool. */
export const goChecks: Detector = {
  id: 'go-checks',
  stack: 'go',
  reads: ['go.mod'],
  find: (place) => (place.has('go.mod') ? [...test(place), ...lint(place)] : []),
}

function test(place: Place): readonly Finding[] {
  const tests = filesBelow(
    place,
    (name) => name.endsWith('_test.go'),
    ({ files }) => files.has('go.mod'),
  )
  return some(tests) ? [find('test', 'go test ./...', proofOfTests(tests, place.texts))] : []
}

// Tools in go.mod since Go 1.24, in the version that it pins: https://go.dev/doc/modules/managing-dependencies#tools (2026-11)
const golangci = /^\s*(?:tool\s+)?(github\.com\/golangci\/golangci-lint\/(?:v2\/)?cmd\/golangci-lint)\s*$/m

function lint(place: Place): readonly Finding[] {
  const [, tool] = golangci.exec(place.text('go.mod') ?? '') ?? []
  return tool === undefined
    ? []
    : [find('lint', 'go tool golangci-lint run', place.proof('go.mod', `tool ${tool}`, tool))]
}
