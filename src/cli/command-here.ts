import { shellWord } from '../render/shell.ts'

/** A command of a comment as it is given at the command line, for the repository in a folder. */
export function commandHere(command: string, directory: string, program: string): string {
  return command.replace(/^\/cicd (\w+)/u, (_, verb: string) => `${program} ${verb} ${shellWord(directory)}`)
}
