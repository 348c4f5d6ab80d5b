import type { Draft, ScopeRule } from '../draft.ts'

const names = [
  ...[
    'test',
    'tests',
    'testing',
    'e2e',
    'e2e-tests',
    'integration-tests',
    'spec',
    'cypress',
    'playwright',
    'load-test',
    'load-tests',
    'loadtest',
    'k6',
    'benchmark',
    'benchmarks',
    'bench',
    'perf',
  ],
  ...[
    'demo',
    'demos',
    'sample',
    'samples',
    'playground',
    'playgrounds',
    'sandbox',
    'sandboxes',
    'tutorial',
    'tutorials',
    'templates',
    'template',
    'boilerplate',
    'starter',
    'starters',
    'snippets',
    'recipes',
    'exercises',
    'workshop',
  ],
  ...[
    'tools',
    'tooling',
    'scripts',
    'script',
    'hack',
    'dev',
    'devtools',
    'mock',
    'mocks',
    'mock-server',
    'stubs',
    'seed',
    'seeds',
    'seed-data',
    'migrations',
    '.github',
    '.circleci',
    '.gitlab',
    '.ci',
    'ci',
    'cicd',
    'ci-cd',
    'pipeline',
    'pipelines',
  ],
  ...[
    'old',
    'legacy',
    'archive',
    'archived',
    'deprecated',
    'backup',
    'backups',
    '_old',
    '_archive',
    'attic',
    'trash',
    'third_party',
    'third-party',
    'external',
    'submodules',
  ],
]
const outsideNames: ReadonlySet<string> = new Set(names)

/**
 * Tests, samples, tools and what was put aside are no apps, where there is an app beside them or where the root says that
 * the repository is something else, such as a library with a demo.
 */
export const outside: ScopeRule = {
  id: 'outside',
  apply(drafts) {
    const main = drafts.some((draft) => draft.app && !isOutside(draft))
    const other = drafts.some(({ place, notAnApp }) => place.root === '.' && notAnApp !== null)
    return main || other ? drafts.filter((draft) => !isOutside(draft)) : drafts
  },
}

function isOutside({ place }: Draft): boolean {
  return place.root.split('/').some((name) => outsideNames.has(name.toLowerCase()))
}
