import type { Place } from '../place.ts'

/** The Blade templates that load what Vite or Mix has built, if any does: pages, layouts, and their parts. */
export const viewReads: readonly string[] = ['views', 'layouts', 'layout', 'components', 'partials', 'includes'].map(
  (folder) => `${folder}/*.blade.php`,
)

const loads = /@vite\b|@viteReactRefresh|\bVite::|\bmix\(|@mix\b|asset\(\s*['"]build\//

/**
 * Whether the templates of a Laravel project show that nothing of its build is used: some were read, and none loads it. The
 * assets that come with every new project are built for nothing then.
 */
export function ignoresAssets(place: Place): boolean {
  const start = place.at('resources/views/')
  const views = [...place.repository.tree.files].filter(([path]) => path.startsWith(start))
  return views.length > 0 && !views.some(([, text]) => loads.test(text))
}
