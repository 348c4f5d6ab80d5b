import type { Detector } from '../detector.ts'
import { type Finding, find, first } from '../finding.ts'
import type { Place } from '../place.ts'
import { proofOfTests, some } from './proof-of-tests.ts'
import { developmentInstall, type Tools, toolsOf } from './python/install.ts'
import { lintOf } from './python/lint.ts'
import { firstTests, pythonTestFiles, runnerOf } from './python/runner.ts'

/** Tests and linter of a Python project, and the install that brings the tools for both. Nothing where no test is there. */
export const pythonChecks: Detector = {
  id: 'python-checks',
  stack: 'python',
  reads: ['pytest.ini', 'tox.ini', 'noxfile.py', '.pre-commit-config.yaml', 'setup.cfg'],
  lists: firstTests,
  find(place, known) {
    const manager = first(known, 'packageManager')?.value.name ?? (first(known, 'language') ? 'pip' : null)
    const tools = manager === null ? null : toolsOf(manager)
    return tools ? checks(place, tools, first(known, 'install')?.value ?? null) : []
  },
}

function checks(place: Place, tools: Tools, production: string | null): readonly Finding[] {
  const tests = pythonTestFiles(place)
  const runner = some(tests) ? runnerOf(place, tools, tests) : null
  const lint = lintOf(place, tools)
  const wanted = [...(runner?.needs ?? []), ...(lint?.value?.startsWith('pipx') === false ? [toolOf(lint.value)] : [])]
  const install = developmentInstall(place, tools, production, wanted)
  const [head] = tests
  if (runner === null && lint === null) return []
  // Tools that are listed nowhere, of a manager that adds none by name.
  if ((install === null && wanted.length > 0) || !head) return lint ? [lint] : []
  return [
    ...(runner && some(tests) ? [find('test', runner.command, proofOfTests(tests, place.texts))] : []),
    ...(lint ? [lint] : []),
    ...(install === production || install === null
      ? []
      : [find('devInstall', install, proofOfTests([head], place.texts))]),
  ]
}

const toolOf = (command: string) => (/\bflake8\b/.test(command) ? 'flake8' : 'ruff')
