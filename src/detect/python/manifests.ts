import { once } from '../once.ts'
import type { Place } from '../place.ts'

/** What detection reads of every Python project. */
export const manifestReads: readonly string[] = [
  ...[
    'requirements*.txt',
    'requirments*.txt',
    'requirement.txt',
    '*requirements.txt',
    'requirements/*.txt',
    'constraints.txt',
  ],
  ...['pyproject.toml', 'setup.py', 'setup.cfg', 'Pipfile', 'environment.yml', 'environment.yaml', 'conda.yml'],
]

// `requirments.txt` is the commonest misspelling; pip takes any name.
const requirementNames = /^(?:requirements?|requirments?|reqs?)\.txt$/i
const production = [
  'requirements/production.txt',
  'requirements/prod.txt',
  'requirements-prod.txt',
  'requirements.prod.txt',
  'requirements_prod.txt',
]
const others = [
  'requirements/requirements.txt',
  'requirements/base.txt',
  'requirements/main.txt',
  'requirements/common.txt',
  'requirements-base.txt',
]

/**
 * The requirements file of a place that a deployment installs: the plain name first, then what is named for production.
 * Null where there is none. Files for development, tests and docs never count.
 */
export const requirementsFile = once((place: Place): string | null => {
  const plain = [...place.folder.files].filter((name) => requirementNames.test(name)).sort()
  return ['requirements.txt', ...plain, ...production, ...others].find((name) => place.has(name)) ?? null
})

const manifestNames = [
  'pyproject.toml',
  'Pipfile',
  'setup.py',
  'setup.cfg',
  'environment.yml',
  'environment.yaml',
  'manage.py',
]

/** The file that makes a place a Python project; null where there is none. */
export const pythonManifest = once(
  (place: Place): string | null => requirementsFile(place) ?? manifestNames.find((name) => place.has(name)) ?? null,
)
