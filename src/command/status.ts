import type { Definition } from './definition.ts'
import { taken } from './reading.ts'

export const status: Definition = {
  verb: 'status',
  summary: 'say where things stand: the pull request, and whether a new run would change it',
  argument: null,
  flags: [],
  example: 'status',
  make: (_given, another) => taken({ kind: 'status', another }),
}
