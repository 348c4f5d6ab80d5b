import type { Detector } from '../detector.ts'
import { find } from '../finding.ts'
import { parent, placeAt } from '../place.ts'

const android = /com\.android\.(application|library|tools)|android\.application|com\.facebook\.react/

/** The Gradle project of an Android app, or the `android/` folder of Flutter and React Native. */
export const androidProject: Detector = {
  id: 'android',
  stack: 'java',
  reads: ['build.gradle', 'build.gradle.kts', 'pubspec.yaml'],
  find(place) {
    const name = place.pick('build.gradle.kts', 'build.gradle')
    if (!name) return []
    const above = parent(place.root)
    const hosted =
      /(^|\/)android$/.test(place.root) &&
      above !== null &&
      placeAt(place.repository, above).pick('pubspec.yaml', 'package.json')
    if (!hosted && !android.test(place.text(name) ?? '')) return []
    return [find('notAnApp', 'android', place.proof(name, place.texts.seen.androidBuild, android))]
  },
}
