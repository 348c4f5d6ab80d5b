import type { Kind, Question } from '../../model.ts'
import type { Proof } from '../finding.ts'
import type { NodeProject } from '../node/project.ts'
import type { Command } from '../node/shell.ts'

/** How a project uses a framework, as far as the manifest and the names of files tell. */
export interface Use {
  /** The script that runs the framework's own build; null: none does. */
  readonly script: string | null
  /** Every program that this script comes down to. */
  readonly programs: readonly Command[]
  /** The call of the framework's build among them. */
  readonly build: Command | null
  /** Its config file, relative to the folder, and what that says, without comments. */
  readonly config: string | null
  readonly source: string
  readonly major: number | null
  /** How sure it is: 4 the build script runs it, 3 another script does, 2 it has a config file, 1 it is only a dependency. */
  readonly strength: number
}

/** What a framework makes of a project. Folders are relative to the project's own. */
export interface Web {
  readonly kind: Kind
  readonly spa?: boolean
  readonly output: string | null
  /** Where the output folder is set, when it is not the framework's default. */
  readonly outputProof?: Proof
  /** A program that builds it, for a project without a script that does: `next build`; null: nothing is to be built. */
  readonly build: string | null
  /** The build that its config asks for, where the build script may run another one: `nuxt generate`. */
  readonly needs?: string
  /** Scripts that start it in production, by the programs they run; the first script that runs one counts. */
  readonly starts?: readonly string[]
  /** The command that starts it where no script does. */
  readonly start?: string | null
  readonly port?: number | null
  readonly honoursPort?: boolean
  readonly remarks?: readonly string[]
  readonly question?: Question
  readonly proofs?: readonly Proof[]
}

/** One web framework or bundler. */
export interface Framework {
  readonly id: string
  /** The packages that bring it; the first that is there tells the major version. */
  readonly packages: readonly string[]
  /** Names of its config files without extension. */
  readonly configs: readonly string[]
  /** The calls that build with it: `next build`. A shared bundler counts only where one of the packages is there. */
  readonly builds: readonly string[]
  /** It may be in use without a script or a config of its own; `describe` looks for its files then. */
  readonly bare?: boolean
  /** Null: it is there, but not in use as a web app. */
  describe(project: NodeProject, use: Use): Web | null
}
