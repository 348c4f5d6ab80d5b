import type { OtherDetector } from '../detector.ts'
import { first } from '../finding.ts'
import { notApps } from '../not-apps.ts'
import { placeAt } from '../place.ts'

/** What the manifest in the root says: a library, a command line tool, a desktop or mobile app … */
export const rootPackage: OtherDetector = {
  id: 'root-package',
  reads: [],
  find(repository) {
    const place = placeAt(repository, '.')
    for (const rule of notApps) {
      const found = first(rule.find(place, []), 'notAnApp')
      if (found && found.value !== 'part') return { what: found.value, proof: found.proof }
    }
    return null
  },
}
