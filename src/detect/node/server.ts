import type { Proof } from '../finding.ts'
import type { NodeProject } from './project.ts'

export interface NodeServer {
  readonly port: number | null
  readonly honoursPort: boolean
  readonly portProof: Proof
}
export function serverOf(_: NodeProject): NodeServer | null {
  return null
}
