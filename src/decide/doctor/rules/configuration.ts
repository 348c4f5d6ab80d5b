import { configPath } from '../../../config.ts'
import { plain, type Rule } from '../rule.ts'

/** A configuration with mistakes: no command but the reading ones runs until they are mended. */
export const configuration: Rule = {
  id: 'configuration',
  examine({ faulty, texts: { doctor } }) {
    return faulty.map(({ level, faults }) => ({
      ...plain,
      urgency: 'broken' as const,
      says: doctor.configuration(level, faults.length),
      evidence:
        level === 'repository'
          ? faults.slice(0, 10).map(({ line, message }) => ({ path: configPath, line, says: message }))
          : [],
      mend: { kind: 'text' as const, text: doctor.mendConfiguration },
    }))
  },
}
