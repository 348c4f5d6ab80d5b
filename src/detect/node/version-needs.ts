import { type Manifest, majorOf } from './manifest.ts'

/**
 * The Node versions that a major version of a framework runs on, from the `engines` field of its own package
 * (npm, read 2026-11): [package, its major, range]. A row holds for later majors until the next row.
 */
const rows: readonly (readonly [string, number, string])[] = [
  ['next', 13, '>=16.14'],
  ['next', 14, '>=18.17'],
  ['next', 16, '>=20.9'],
  ['vite', 5, '^18.0.0 || >=20.0.0'],
  ['vite', 7, '^20.19.0 || >=22.12.0'],
  ['nuxt', 4, '^20.19.0 || >=22.12.0'],
  ['@angular/core', 16, '>=16.14'],
  ['@angular/core', 17, '>=18.13'],
  ['@angular/core', 20, '^20.19.0 || ^22.12.0 || >=24.0.0'],
  ['@angular/core', 22, '^22.22.3 || ^24.15.0 || >=26.0.0'],
  ['astro', 4, '>=18.14'],
  ['astro', 6, '>=22.12'],
  ['storybook', 7, '>=16'],
  ['storybook', 8, '>=18'],
  ['storybook', 9, '>=20'],
  ['gatsby', 5, '>=18'],
  ['@docusaurus/core', 3, '>=18'],
  ['@sveltejs/kit', 2, '>=18.13'],
  ['@11ty/eleventy', 3, '>=18'],
  ['@remix-run/dev', 2, '>=18'],
  ['@react-router/dev', 7, '>=20'],
  ['@nestjs/core', 10, '>=16'],
  ['@nestjs/core', 11, '>=20'],
  ['express', 5, '>=18'],
  ['fastify', 5, '>=20'],
  ['react-scripts', 5, '>=14'],
]

/** The range of Node versions that a project's frameworks need, and which one says so; null where nothing known needs one. */
export function nodeNeeds(manifest: Manifest): { readonly range: string; readonly by: string } | null {
  const found = rows.filter(([name, from]) => (majorOf(manifest.all.get(name)) ?? 0) >= from)
  // The last row of a package that applies is the one for its version; the strictest package counts.
  const [last] = [...found].sort((a, b) => lowest(b[2]) - lowest(a[2]))
  return last ? { range: last[2], by: `${last[0]} ${majorOf(manifest.all.get(last[0]))}` } : null
}

const lowest = (range: string) => Number(/\d+/.exec(range)?.[0] ?? 0)
