import { unknownAccount } from '../config/unknown-account.ts'
import { readConfiguration } from '../config.ts'
import { examine } from '../decide/doctor.ts'
import { wantedByDoctor } from '../decide/wanted-by-doctor.ts'
import { UserError } from '../errors.ts'
import { localFacts } from '../local/facts.ts'
import { findRepository } from '../local/find-repository.ts'
import { localReader } from '../local/reader.ts'
import { uncommitted } from '../local/uncommitted.ts'
import type { Checkup, Context } from '../model.ts'
import { propose } from '../propose.ts'
import { readRepository } from '../read.ts'
import { type Texts, textsIn } from '../text.ts'
import type { CliGiven, ExitCode } from './command.ts'
import { printCheckup } from './print-checkup.ts'
import type { Terminal } from './terminal.ts'

/**
 * Says what is wrong with the delivery of a local repository, by its HEAD; AWS and GitHub are not asked. Exit code 0 whatever was found.
 * Throws `UserError` where there is no repository, or none with a commit.
 */
export async function doctorHere(given: CliGiven, terminal: Terminal): Promise<ExitCode> {
  const { options } = given
  const directory = await findRepository(given.directory)
  const { checkup, texts, name } = await checkUp(directory, options)
  terminal.say(
    options.json ? `${JSON.stringify(checkup, null, 2)}\n` : printCheckup(checkup, name, { ...terminal, texts }),
  )
  return 0
}

async function checkUp(
  directory: string,
  options: CliGiven['options'],
): Promise<{ readonly checkup: Checkup; readonly texts: Texts; readonly name: string }> {
  const repository = await localFacts(directory)
  const tree = await readRepository(localReader(directory), wantedByDoctor)
  if (tree === null) throw new UserError(({ outcome }) => outcome.noCommits)
  const { merged, faulty } = readConfiguration(tree, null, textsIn(options.lang ?? 'en'))
  const request = { verb: 'plan', ...options, by: null } as const
  const context: Context = { repository, aws: unknownAccount, config: merged.config, request }
  const outcome = propose(tree, context)
  const today = new Date().toISOString().slice(0, 10)
  const checkup = examine({ tree, context, outcome, faulty, watched: null, today })
  const name = repository.owner === null ? repository.name : `${repository.owner}/${repository.name}`
  const texts = textsIn(options.lang ?? merged.config.lang ?? 'en')
  const changed = await uncommitted(directory)
  const notes = changed === 0 ? [] : [texts.cli.uncommitted(changed)]
  return { checkup: { ...checkup, unknown: [...checkup.unknown, ...notes] }, texts, name }
}
