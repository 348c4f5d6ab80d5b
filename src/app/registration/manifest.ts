import { parse } from 'yaml'
import type { Wish } from './wish.ts'

/** Addresses that the manifest names. */
export interface Addresses {
  /** Where the browser comes back to. */
  readonly base: string
  readonly webhookPath: string
}

/** Where GitHub is to send deliveries; null: nobody said. */
export function hookOf({ address, channel }: Wish, webhookPath: string): string | null {
  return address === null ? channel : `${address}${webhookPath}`
}

/**
 * The manifest that GitHub makes the app of, as JSON: what `appYml` asks for, under the name and with the addresses of the wish.
 * https://docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-from-a-manifest (read 2026-11): `url` is required.
 */
export function manifestOf(appYml: string, wish: Wish, { base, webhookPath }: Addresses): string {
  const app: Readonly<Record<string, unknown>> = parse(appYml)
  return JSON.stringify({
    ...app,
    name: wish.name,
    url: wish.address ?? base,
    hook_attributes: { url: hookOf(wish, webhookPath), active: true },
    redirect_url: `${base}/registered`,
    public: wish.others,
  })
}

/** The permissions that `appYml` asks for, as `contents: write`. */
export function asksOf(appYml: string): readonly string[] {
  const { default_permissions: permissions }: { readonly default_permissions: Readonly<Record<string, string>> } =
    parse(appYml)
  return Object.entries(permissions).map(([name, level]) => `${name}: ${level}`)
}
