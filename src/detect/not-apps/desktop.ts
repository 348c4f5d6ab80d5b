import type { Detector } from '../detector.ts'
import { find } from '../finding.ts'
import { get } from '../json.ts'
import { manifestOf } from '../node/manifest.ts'

const packagers = [
  'electron-builder',
  '@electron-forge/cli',
  'electron-packager',
  '@electron/packager',
  'electron-vite',
  'electron-forge',
]

/** A desktop app: Electron with something that packages it, Tauri, or NW.js. */
export const desktop: Detector = {
  id: 'desktop',
  stack: 'node',
  reads: ['package.json', 'src-tauri/tauri.conf.json'],
  find(place) {
    const tauri = place.pick('src-tauri/tauri.conf.json', 'src-tauri/Cargo.toml')
    if (tauri) return [find('notAnApp', 'desktop', place.proof(tauri, place.texts.seen.configurationOf('Tauri')))]
    const manifest = manifestOf(place)
    const electron = ['electron', 'nw'].find((name) => manifest?.all.has(name))
    if (!manifest || !electron) return []
    const packager =
      packagers.find((name) => manifest.all.has(name)) ?? (get(manifest.raw, 'build', 'appId') ? 'build.appId' : null)
    const main = manifest.main !== null && /electron|main/.test(manifest.main)
    if (!packager && !main) return []
    return [
      find(
        'notAnApp',
        'desktop',
        place.proof('package.json', place.texts.seen.isDependency(electron), `"${electron}"`),
      ),
    ]
  },
}
