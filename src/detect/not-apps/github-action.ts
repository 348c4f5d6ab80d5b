import type { Detector } from '../detector.ts'
import { find } from '../finding.ts'

/** A GitHub Action: `action.yml` with `runs:`. Its Dockerfile and its `package.json` are the action. */
export const githubAction: Detector = {
  id: 'github-action',
  reads: ['action.yml', 'action.yaml'],
  find(place) {
    const name = place.pick('action.yml', 'action.yaml')
    if (!name || !/^runs:/m.test(place.text(name) ?? '')) return []
    return [find('notAnApp', 'github-action', place.proof(name, '`runs:`', /^runs:/m))]
  },
}
