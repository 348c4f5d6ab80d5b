import { destinationOf } from './destinations.ts'
import { folderIn, stepFolder } from './step-folder.ts'

/** What a pipeline file does, read line by line. */
export interface PipelineText {
  /** Where it deploys to, each once, with the number of the first line that shows it and the folder that is deployed; null: not said. */
  readonly deploys: readonly { readonly to: string; readonly line: number; readonly folder: string | null }[]
  /** The first line that tests, lints or builds; null: none does. */
  readonly checks: number | null
  /** The one folder that its steps run in; null: several, or the root. */
  readonly folder: string | null
}

const checking =
  /\b(npm|yarn|pnpm|bun|npx|turbo|nx)\b.*\b(ci|test|lint|build|check|type-?check|tsc|vitest|jest|coverage|e2e)\b|\b(pytest|tox|nox|ruff|flake8|mypy|unittest|vitest|jest|eslint|rspec|rubocop|phpunit|phpstan|pest|golangci|clippy|playwright|cypress|rails test|manage\.py test)\b|\b(go|cargo|dotnet|mix|deno|swift|flutter) (test|build|check|vet)\b|\b(mvnw?|gradlew?)\b.*\b(test|verify|build|package|check|install)\b|\bmake (test|lint|build|check|ci)\b|\b(docker|docker-compose|docker compose) build\b|\bterraform (plan|validate)\b|\bcdk synth\b|\bsam (build|validate)\b|\bhugo\b.*--?(minify|gc|d)\b/

/** The destination of a pipeline that deploys by its name, and leaves the rest to a script or a workflow elsewhere. */
export const unnamed = 'a place it does not name'
const saysItDeploys = /(^|[-_./ ])(deploy|deployment|cd)([-_. ]|$)|push-tag|docker-build|build.*push/i
const undoes = /destroy|tear-?down|undeploy|clean-?up|nuke|rollback/i

/** Reads a pipeline file; its name counts too. Comments never count: a pipeline that was commented out does nothing. */
export function readPipeline(text: string, path: string): PipelineText {
  const lines = text.split('\n').map((line) => (/^\s*(#|\/\/)/.test(line) ? '' : line))
  const checks = lines.findIndex((line) => checking.test(line))
  const [folder, another] = new Set(lines.flatMap((line) => folderIn(line) ?? []))
  const only = folder && !another && folder !== '.' ? folder : null
  return {
    deploys: undoes.test(path)
      ? []
      : settled(text, deploysIn(lines, path)).map((one) => ({ ...one, folder: folderOf(one, lines, only) })),
    checks: checks < 0 ? null : checks + 1,
    folder: only,
  }
}

// These deploy the folder that they run in; others take what an earlier step has made, from wherever they run.
const runsInside: ReadonlySet<string> = new Set(['sam', 'cdk', 'sst', 'serverless-framework', 'chalice', 'copilot'])

function folderOf({ to, line }: { to: string; line: number }, lines: readonly string[], only: string | null) {
  const folder = runsInside.has(to) ? stepFolder(lines, line - 1) : only
  return folder === '.' ? null : folder
}

function deploysIn(lines: readonly string[], path: string): ReadonlyMap<string, number> {
  const deploys = new Map<string, number>()
  lines.forEach((line, i) => {
    const to = destinationOf(line)
    if (to !== null && !deploys.has(to)) deploys.set(to, i + 1)
  })
  return deploys.size === 0 && saysItDeploys.test(path) ? new Map([[unnamed, 1]]) : deploys
}

const pushes = /^\s*push:\s*["']?(true|\$)|--push|docker push|docker-compose push|type=registry/m
const inAws = /configure-aws-credentials|AWS_ACCESS_KEY_ID|AWS_ROLE|aws-region|AWS_REGION/
const tools = new Set(['terraform', 'pulumi', 'ansible', 'server by SSH'])

/** A registry is a station on the way where the same pipeline deploys to somewhere; an image that is only built goes nowhere. */
function settled(text: string, deploys: ReadonlyMap<string, number>) {
  const registry = (to: string) => to === 'container registry' || to === 'ecr'
  const further = [...deploys.keys()].some((to) => !registry(to) && to !== 'package registry')
  return [...deploys]
    .filter(([to]) => !registry(to) || (!further && (to === 'ecr' || pushes.test(text))))
    .map(([to, line]) => ({ to: tools.has(to) && inAws.test(text) ? `AWS by ${to}` : to, line }))
}
