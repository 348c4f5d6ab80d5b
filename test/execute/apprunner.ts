import { renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type SourceService, sourceService } from './apprunner-phases.ts'
import { checkAnswers, type Expected } from './check.ts'
import type { Variables } from './environment.ts'
import { nodeImage } from './node-image.ts'
import { pythonImage, pythonVersion } from './python-image.ts'
import { cleanCopy, type Repository } from './repository.ts'
import { scratch } from './scratch.ts'
import { serving } from './serve.ts'
import { runSession } from './session.ts'
import { words } from './words.ts'

/**
 * Runs an `apprunner.yaml` as the revised build does: build commands in one image, then a fresh image that gets nothing but the
 * app's folder, `pre-run` there, and the start command without a shell. Gives lines for the report.
 * Source: https://docs.aws.amazon.com/apprunner/latest/dg/service-source-code.html (2026-11).
 */
export async function runAppRunner(
  repository: Repository,
  tools: string,
  path: string,
  text: string,
  expected: Expected,
): Promise<readonly string[]> {
  const service = sourceService(text)
  const directory = dirname(path)
  const built = cleanCopy(repository, 'apprunner')
  const build = imageOf(service, tools, service.buildVariables)
  await runSession({ commands: [...service.preBuild, ...service.build], cwd: join(built, directory), env: build })
  const app = scratch('apprunner-run')
  renameSync(built, app)
  const run = imageOf(service, tools, {})
  const cwd = join(app, directory)
  await runSession({ commands: service.preRun, cwd, env: { ...run, ...service.buildVariables } })
  const secrets = Object.fromEntries(service.secrets.map((name) => [name, 'placeholder']))
  const server = {
    argv: words(service.command),
    cwd,
    env: { ...run, ...service.variables, ...secrets },
    port: service.port,
  }
  const answers = await serving(server, (get) => checkAnswers(get, expected))
  return [
    `pre-run in a fresh image, port ${service.port}; ${answers}`,
    ...(service.secrets.length > 0 ? [`stand-in: a placeholder for the secrets ${service.secrets.join(', ')}`] : []),
  ]
}

function imageOf({ language }: SourceService, tools: string, variables: Variables): Variables {
  if (language === 'node') return nodeImage(tools, '22', variables).env
  if (pythonVersion() !== '3.11')
    throw new Error(`The runtime python311 has no stand-in here: this machine has Python ${pythonVersion()}.`)
  return pythonImage({ python: ['python3'], pip: ['pip3'] }, variables).env
}
