import { buildFor } from './docker/owner.ts'
import { endedRemark } from './ended.ts'
import { type Finding, find } from './finding.ts'
import type { Place } from './place.ts'
import type { Pin } from './version-files.ts'

/** What the image that is built of a folder runs on; undefined where it is of another language, or names no version. */
export function imagePin(place: Place, language: string): Pin | undefined {
  const facts = buildFor(place)?.facts
  const runtime = facts?.runtime
  return facts && runtime?.name === language
    ? { text: runtime.version, proof: { path: facts.path, line: runtime.line, says: `FROM ${runtime.base}` } }
    : undefined
}

const titles: Readonly<Record<string, string>> = { python: 'Python', ruby: 'Ruby' }

/** A pinned version, another pin that says otherwise, and whether the version has ended. */
export function runtimeFindings(
  name: string,
  { version, proof }: Pin & { readonly version: string },
  { texts }: Place,
  clash?: Pin,
): readonly Finding[] {
  const ended = endedRemark(name, version, proof.path, texts)
  const differs = clash
    ? texts.seen.versionClash(titles[name] ?? name, version, proof.path, clash.proof.path, clash.text)
    : null
  return [
    find('runtime', { name, version, from: proof.path }, proof),
    ...(clash && differs !== null ? [find('remark', differs, clash.proof)] : []),
    ...(ended === null ? [] : [find('remark', ended, proof)]),
  ]
}
