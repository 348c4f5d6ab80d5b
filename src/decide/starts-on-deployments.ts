import { parse } from 'yaml'
import type { Tree } from '../model.ts'

/**
 * Whether a workflow of the repository runs when a deployment is made (`on: deployment`), as those do that deploy what GitHub asks for:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#deployment (read 2026-11). One that cannot be read counts
 * as one that does. Pure.
 */
export function startsOnDeployments({ files }: Tree): boolean {
  return [...files].some(([path, text]) => /^\.github\/workflows\/[^/]+\.ya?ml$/u.test(path) && listens(text))
}

function listens(text: string): boolean {
  // Nearly all do not have the word: they need not be read.
  if (!/\bdeployment\b/u.test(text)) return false
  try {
    return events(parse(text, { maxAliasCount: 100 })).includes('deployment')
  } catch {
    return true
  }
}

function events(workflow: unknown): readonly string[] {
  if (typeof workflow !== 'object' || workflow === null || !('on' in workflow)) return []
  const { on } = workflow
  if (typeof on === 'string') return [on]
  if (Array.isArray(on)) return on.filter((event) => typeof event === 'string')
  return typeof on === 'object' && on !== null ? Object.keys(on) : []
}
