import { find } from '../finding.ts'
import { get, type Json, list, text } from '../json.ts'
import { join, type Place, parent } from '../place.ts'
import { buildScript } from './build-script.ts'
import { basics } from './defined.ts'
import type { Definition } from './definition.ts'

/** Cloud Functions for Firebase: the folder that `firebase.json` names. An Express app in it is a function, not a server. */
export const firebaseFunctions: Definition = {
  id: 'firebase-functions',
  reads: ['firebase.json', 'package.json', 'requirements.txt'],
  find(place) {
    const settings = settingsOf(place)
    if (!settings) return null
    const node = get(place.json('package.json'), 'dependencies', 'firebase-functions') !== undefined
    const python = /^firebase[-_]functions\b/m.test(place.text('requirements.txt') ?? '')
    if (!node && !python) return null
    const language = node ? 'node' : 'python'
    const file = node ? 'package.json' : 'requirements.txt'
    const proof = place.proof(file, place.texts.seen.firebase, /firebase[-_]functions/)
    return {
      tools: language,
      findings: [
        ...basics({ id: 'firebase-functions', definition: settings, language }, proof),
        find('build', node ? (buildScript(place)?.command ?? null) : null, proof),
        find('remark', place.texts.seen.firebaseRemark(settings, place.root), proof),
      ],
    }
  },
}

/** The `firebase.json` in the folder or above that names this folder as its functions. */
function settingsOf(place: Place): string | null {
  for (let folder: string | null = place.root; folder !== null; folder = parent(folder)) {
    const path = folder === '.' ? 'firebase.json' : `${folder}/firebase.json`
    const settings = place.repository.json(path)
    const at = folder
    if (settings !== undefined && sources(get(settings, 'functions')).some((source) => join(at, source) === place.root))
      return path
  }
  return null
}

// The folder is `functions` where nothing is said: https://firebase.google.com/docs/cli#the_firebasejson_file (read 2026-11-22)
function sources(functions: Json | undefined): readonly string[] {
  if (functions === undefined) return ['functions']
  const entries = Array.isArray(functions) ? list(functions) : [functions]
  return entries.map((entry) => text(get(entry, 'source')) ?? 'functions')
}
