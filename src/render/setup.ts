import type { App, Context, Language } from '../model.ts'
import { setUpDotnet, setUpElixir, setUpGo, setUpJava, setUpPhp, setUpRuby, setUpRust } from './setup/compiled.ts'
import { hugoCommand } from './setup/hugo.ts'
import { setUpNode } from './setup/node.ts'
import { setUpPython } from './setup/python.ts'
import type { RunStep, WorkflowStep } from './workflow.ts'

/** How the tools of a job are set up. */
export interface SetUpOptions {
  /** Keep downloads between runs. Leave it off in jobs with AWS credentials: a poisoned cache would run there. */
  readonly cache: boolean
  /** Actions other than GitHub's own need GitHub Connect on GitHub Enterprise Server: use them only where this is false. */
  readonly enterprise: boolean
}

export type SetUp = (app: App, options: SetUpOptions) => readonly WorkflowStep[]

const byLanguage: Readonly<Record<Language, SetUp>> = {
  node: setUpNode,
  python: setUpPython,
  go: setUpGo,
  java: setUpJava,
  ruby: setUpRuby,
  php: setUpPhp,
  dotnet: setUpDotnet,
  rust: setUpRust,
  elixir: setUpElixir,
}

/**
 * Steps that bring the app's runtime and package manager, in the versions it pins. The check-out comes before them.
 * No steps for an app without a language.
 */
export function setUp(app: App, context: Context, cache: boolean): readonly WorkflowStep[] {
  if (app.framework === 'hugo') return [{ name: 'Set up Hugo', run: hugoCommand(app) }]
  return app.language ? byLanguage[app.language](app, { cache, enterprise: context.repository.enterprise }) : []
}

/** The app's install command, in its folder; nothing where it has none. */
export function installSteps(app: App): readonly RunStep[] {
  return commandStep('Install dependencies', app.install, app)
}

/** A step that runs a command of the app in its folder; no step where the command is null. */
export function commandStep(name: string, command: string | null, app: App): readonly RunStep[] {
  if (command === null) return []
  return [{ name, run: command, ...(app.root === '.' ? {} : { workingDirectory: app.root }) }]
}
