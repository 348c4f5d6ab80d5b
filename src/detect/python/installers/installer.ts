import type { Proof } from '../../finding.ts'

/** One way in which the packages of a project can be installed. */
export interface Installer {
  readonly name: 'uv' | 'poetry' | 'pdm' | 'pipenv' | 'pip' | 'conda'
  readonly lockfile: string | null
  readonly install: string
  readonly proof: Proof
}
