import { parseDocument } from 'yaml'
import type { Fault, Linted } from '../lint.ts'

/** A YAML file must be valid, and mean the same to readers of YAML 1.1 (PyYAML) and 1.2. */
export function yamlFaults({ path, content }: Linted): readonly Fault[] {
  const [old, modern] = (['1.1', '1.2'] as const).map((version) =>
    parseDocument(content, { version, logLevel: 'silent' }),
  )
  const errors = modern?.errors ?? []
  if (errors.length > 0)
    return errors.map((error) => ({ path, rule: 'yaml-valid', says: error.message.split('\n')[0] ?? '' }))
  const same = meaning(old?.toJS({ maxAliasCount: 0 })) === meaning(modern?.toJS({ maxAliasCount: 0 }))
  return same ? [] : [{ path, rule: 'yaml-versions', says: 'YAML 1.1 and 1.2 readers do not read the same values' }]
}

/** The key `on` of a workflow is `true` to a 1.1 reader, which GitHub is not. */
function meaning(value: unknown): string {
  return JSON.stringify(value).replace('"true":', '"on":')
}
