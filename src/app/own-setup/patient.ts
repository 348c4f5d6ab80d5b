import type { OwnApp, Permissions } from '../../github/own-app.ts'
import type { Refusal } from '../../model.ts'
import type { Settings } from '../../settings.ts'

/** What is known of one's own set-up of the app, before anything is judged. */
export interface Patient {
  /** The version of Node.js, and the range that the package asks for. */
  readonly node: { readonly version: string; readonly wanted: string }
  /** The settings, or the line that says what is wrong with them. */
  readonly settings: Settings | { readonly wrong: string }
  /** GitHub's answer to anybody; `clockAhead`: seconds by which this machine's clock is ahead, null where it did not say. */
  readonly github: { readonly clockAhead: number | null } | { readonly unreachable: string } | null
  /** The app by its own key; null where it could not be asked for. */
  readonly app: OwnApp | { readonly status: number | null; readonly message: string } | null
  /** What `app.yml` asks for. */
  readonly wanted: { readonly permissions: Permissions; readonly events: readonly string[] }
  /** `null`: there is none, and none is needed; otherwise why it cannot be used, or nothing. */
  readonly database: { readonly unusable: string | null } | null
  readonly aws: { readonly account: string; readonly region: string } | { readonly refusal: Refusal }
}

/** One line of the check-up. `off`: not set up, and nothing that must be. */
export interface Finding {
  readonly id: string
  readonly state: 'ok' | 'wrong' | 'unknown' | 'off'
  readonly says: string
  /** What to do; null where there is nothing to do. */
  readonly mend: string | null
}
