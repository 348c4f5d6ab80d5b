import type { App } from '../../model.ts'

/** A rule of an Amplify app, as `custom-rules` takes it. */
export interface RewriteRule {
  readonly source: string
  readonly target: string
  readonly status: string
}

/** Files that are served as they are. Amplify's page lists the first ones; the rest are what builds of today hold. */
const extensions = [
  ...[
    'css',
    'gif',
    'ico',
    'jpg',
    'jpeg',
    'js',
    'png',
    'PNG',
    'txt',
    'svg',
    'woff',
    'woff2',
    'ttf',
    'map',
    'json',
    'webp',
  ],
  ...['avif', 'eot', 'html', 'mjs', 'mp3', 'mp4', 'otf', 'pdf', 'wasm', 'webm', 'webmanifest', 'xml', 'zip'],
]

/**
 * The rule that answers every unknown path without a file name with index.html, for a single-page app; null for other sites.
 * https://docs.aws.amazon.com/amplify/latest/userguide/redirect-rewrite-examples.html (2026-11)
 */
export function rewriteRule(app: App): RewriteRule | null {
  if (!app.spa) return null
  return { source: `</^[^.]+$|\\.(?!(${extensions.join('|')})$)([^.]+$)/>`, target: '/index.html', status: '200' }
}
