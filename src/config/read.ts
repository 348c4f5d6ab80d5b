import { type Texts, textsIn } from '../text.ts'
import { configuration, type Said } from './definition.ts'
import { type ConfigFault, type FaultToTell, readNodes } from './node.ts'
import { collector, type Level } from './shape.ts'

const nothing: Said = {
  lang: null,
  region: null,
  apps: null,
  environments: null,
  commanders: null,
  accounts: null,
  upgrade: null,
  lock: null,
}

/**
 * Reads `.github/cicd.yml`. Every fault is named with its place, unknown keys too; the rest of the file is read nevertheless.
 * Pure, never throws, bounded by the length of the text.
 */
export function readConfig(
  source: string,
  level: Level,
  texts: Texts = textsIn('en'),
): { readonly said: Said; readonly faults: readonly ConfigFault[] } {
  const { node, faults } = readNodes(source)
  if (node === null) return { said: nothing, faults: told(faults, texts) }
  const { report, faults: found } = collector()
  return { said: configuration.read(node, { level, report }) ?? nothing, faults: told(found(), texts) }
}

function told(faults: readonly FaultToTell[], texts: Texts): readonly ConfigFault[] {
  return faults.map(({ line, column, say }) => ({ line, column, message: say(texts) }))
}
