import type { Detector } from '../detector.ts'
import { find, first } from '../finding.ts'
import { copilot } from '../processes/copilot.ts'

/** A service of AWS Copilot is a container already: it moves as one, not to a managed runtime. */
export const copilotImage: Detector = {
  id: 'copilot-image',
  reads: copilot.reads,
  find(place, known) {
    const [service] = copilot.declared(place)
    return service && first(known, 'dockerfile')?.value.usable
      ? [find('needs', 'ecs', service.proof), find('imageOnly', place.texts.imageOnly.copilot, service.proof)]
      : []
  },
}
