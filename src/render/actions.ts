import { pins } from './actions-table.ts'

/** An action that generated workflows may use, at one commit. */
export interface Pin {
  /** `owner/name`, with a folder behind it where the action lies in one. */
  readonly action: string
  /** The tag that the commit was released as. */
  readonly version: string
  /** 40 hex digits. */
  readonly sha: string
  /** Runtime that the action declares. */
  readonly using: 'node24' | 'node20' | 'composite' | 'docker'
  /** ISO date at which tag and commit were read. */
  readonly asOf: string
  readonly source: string
  /** True where GitHub Enterprise Server carries the action itself, without GitHub Connect. */
  readonly bundled: boolean
}

export type ActionName = (typeof pins)[number]['action']

const byName = new Map<string, Pin>(pins.map((pin) => [pin.action, pin]))
const byReference = new Map<string, Pin>(pins.map((pin) => [`${pin.action}@${pin.sha}`, pin]))

/** The pinned reference for `uses:`: `actions/checkout@3d3c…`. The workflow writer adds the version as a comment beside it. */
export function uses(action: ActionName): string {
  return `${action}@${pinOf(action).sha}`
}

/** The table's record of an action. */
export function pinOf(action: ActionName): Pin {
  const pin = byName.get(action)
  if (!pin) throw new Error(`No pin for the action ${action}`)
  return pin
}

/** The record behind a pinned reference, e.g. one read back from a workflow; null where the table does not hold it. */
export function pinFor(reference: string): Pin | null {
  return byReference.get(reference) ?? null
}
