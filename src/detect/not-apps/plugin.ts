import type { Detector } from '../detector.ts'
import { find } from '../finding.ts'

interface Sign {
  readonly file: RegExp
  readonly holds: RegExp
  readonly what: string
}

const signs: readonly Sign[] = [
  { file: /\.php$/, holds: /^\s*\*?\s*Plugin Name:/m, what: 'a WordPress plugin' },
  { file: /^style\.css$/, holds: /^\s*\*?\s*Theme Name:/m, what: 'a WordPress theme' },
  { file: /^manifest\.json$/, holds: /"minAppVersion"\s*:/, what: 'an Obsidian plugin' },
  { file: /^manifest\.json$/, holds: /"editorType"\s*:/, what: 'a Figma plugin' },
  { file: /^appsscript\.json$/, holds: /./, what: 'a Google Apps Script project' },
]

/** A plugin that another program loads. */
export const plugin: Detector = {
  id: 'plugin',
  reads: ['manifest.json', 'appsscript.json'],
  // The head of a plugin stands in a PHP file of any name in the root.
  follows: (repository) =>
    [...(repository.folder('.')?.files ?? [])].filter((name) => /\.php$|^style\.css$/.test(name)).slice(0, 10),
  find(place) {
    for (const { file, holds, what } of signs)
      for (const name of place.folder.files)
        if (file.test(name) && holds.test(place.text(name) ?? ''))
          return [find('notAnApp', what, place.proof(name, `is the head of ${what}`, holds))]
    return []
  },
}
