import type { Detector } from '../detector.ts'
import { find } from '../finding.ts'
import { get } from '../json.ts'
import { manifestOf } from '../node/manifest.ts'

const folders = [
  '',
  'src/',
  'source/',
  'public/',
  'app/',
  'extension/',
  'static/',
  'chrome/',
  'dist/',
  'packages/extension/',
]
const tools = [
  'wxt',
  'plasmo',
  'web-ext',
  '@crxjs/vite-plugin',
  'webextension-toolbox',
  'extension',
  'vite-plugin-web-extension',
]

/** A browser extension: a manifest with `manifest_version`, or a tool that writes one. */
export const browserExtension: Detector = {
  id: 'browser-extension',
  stack: 'node',
  reads: ['manifest.json', 'manifest.ts', 'manifest.js', 'manifest.mjs', 'package.json'],
  find(place) {
    const version = /["']?manifest_version["']?\s*:/
    const name = folders
      .flatMap((folder) => ['json', 'ts', 'js', 'mjs'].map((extension) => `${folder}manifest.${extension}`))
      .find((path) => version.test(place.text(path) ?? ''))
    if (name) return [find('notAnApp', 'browser-extension', place.proof(name, '`manifest_version`', version))]
    const tool = tools.find((one) => manifestOf(place)?.all.has(one))
    if (!tool) return []
    return [
      find(
        'notAnApp',
        'browser-extension',
        place.proof('package.json', place.texts.seen.isDependency(tool), `"${tool}"`),
      ),
    ]
  },
}

/** An extension of VS Code and of editors like it: `engines.vscode`. */
export const editorExtension: Detector = {
  id: 'editor-extension',
  stack: 'node',
  reads: ['package.json'],
  find(place) {
    if (get(place.json('package.json'), 'engines', 'vscode') === undefined) return []
    return [find('notAnApp', 'editor-extension', place.proof('package.json', '`engines.vscode`', '"vscode"'))]
  },
}
