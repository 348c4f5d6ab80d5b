import type { Detector } from '../detector.ts'
import { find, type Other } from '../finding.ts'

interface Sign {
  readonly file: RegExp
  readonly holds: RegExp
  readonly what: Other
}

const signs: readonly Sign[] = [
  { file: /\.php$/, holds: /^\s*\*?\s*Plugin Name:/m, what: 'wordpress-plugin' },
  { file: /^style\.css$/, holds: /^\s*\*?\s*Theme Name:/m, what: 'wordpress-theme' },
  { file: /^manifest\.json$/, holds: /"minAppVersion"\s*:/, what: 'obsidian-plugin' },
  { file: /^manifest\.json$/, holds: /"editorType"\s*:/, what: 'figma-plugin' },
  { file: /^appsscript\.json$/, holds: /./, what: 'apps-script' },
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
          return [find('notAnApp', what, place.proof(name, place.texts.seen.headOf(place.texts.others[what]), holds))]
    return []
  },
}
