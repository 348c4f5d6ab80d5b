import { parse } from 'yaml'
import type { Answer } from './repository.ts'

interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      { readonly steps: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, string>> }[] }
    >
  >
}

/** The folder that the deploy workflow gives to a Dockerfile as its build context. */
export function buildContext({ files }: Answer, dockerfile: string): string {
  for (const { path, content } of files) {
    if (!path.startsWith('.github/workflows/') || content === null) continue
    const { jobs }: Workflow = parse(content)
    for (const { steps } of Object.values(jobs))
      for (const { uses, with: given } of steps)
        if (uses?.startsWith('docker/build-push-action@') && given?.file === dockerfile) return given.context ?? '.'
  }
  throw new Error(`no workflow builds ${dockerfile}`)
}
