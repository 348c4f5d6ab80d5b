import type { Existing } from '../model.ts'

/**
 * Where a generated workflow goes: `.github/workflows/NAME.yml`, or `cicd-NAME.yml` where the repository has a workflow of that name.
 * `Deploy.yml` and `deploy.yaml` count as the same name: they would show up alike, and on some file systems be one file.
 */
export function workflowPath(name: string, existing: readonly Existing[]): string {
  const taken = new Set(existing.map(({ path }) => nameOf(path)))
  return `.github/workflows/${taken.has(name.toLowerCase()) ? `cicd-${name}` : name}.yml`
}

function nameOf(path: string): string | null {
  return /^\.github\/workflows\/([^/]+)\.ya?ml$/i.exec(path)?.[1]?.toLowerCase() ?? null
}
