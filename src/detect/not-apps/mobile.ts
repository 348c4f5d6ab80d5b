import type { Detector } from '../detector.ts'
import { find } from '../finding.ts'
import { webAppOf } from '../frameworks/pick.ts'
import { manifestOf } from '../node/manifest.ts'
import { nodeProject } from '../node/project.ts'
import type { Place } from '../place.ts'

const kits = ['expo', 'react-native', '@nativescript/core', 'nativescript']
const web = ['next', 'vite', 'react-scripts', 'express', 'fastify', '@nestjs/core', '@remix-run/react', 'gatsby']

/** A mobile app of React Native and the like. One that is also built for the web by a web framework stays an app (case D33). */
export const mobile: Detector = {
  id: 'mobile',
  stack: 'node',
  reads: ['package.json'],
  find(place) {
    const manifest = manifestOf(place)
    const kit = kits.find((name) => manifest?.dependencies.has(name))
    if (!kit || web.some((name) => manifest?.all.has(name)) || builtForWeb(place)) return []
    return [find('notAnApp', 'mobile', place.proof('package.json', place.texts.seen.isDependency(kit), `"${kit}"`))]
  },
}

/** A script that exports the app for browsers: `expo export --platform web`. */
function builtForWeb(place: Place): boolean {
  const project = nodeProject(place)
  return project !== null && webAppOf(project) !== null
}
