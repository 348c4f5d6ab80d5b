import { runAmplify } from './amplify.ts'
import { runAppRunner } from './apprunner.ts'
import type { Expected } from './check.ts'
import { runDockerfile } from './dockerfile.ts'
import type { Repository } from './repository.ts'
import { runSam } from './sam.ts'
import { runWorkflow } from './workflow.ts'

/** Whether a generated file is one that the harness executes. Deploy workflows need AWS. */
export function isExecutable(path: string): boolean {
  return /(?:^|\/)(?:amplify\.yml|apprunner\.yaml|Dockerfile)$/.test(path) && !path.startsWith('infra/')
    ? true
    : /^\.github\/workflows\/(?:ci|pipeline-[\w-]+)\.yml$/.test(path)
}

/** Executes one generated file. Gives lines for the report; throws with the output where something fails. */
export function execute(
  repository: Repository,
  tools: string,
  path: string,
  expected: Expected,
): Promise<readonly string[]> {
  const content = repository.answer.files.find((file) => file.path === path)?.content
  if (typeof content !== 'string') throw new Error(`${path} was not generated`)
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (name === 'amplify.yml') return runAmplify(repository, tools, content, expected)
  if (name === 'apprunner.yaml') return runAppRunner(repository, tools, path, content, expected)
  if (name === 'Dockerfile') return runDockerfile(repository, tools, path, expected)
  return name.startsWith('pipeline-') ? runSam(repository, tools, content) : runWorkflow(repository, tools, content)
}
