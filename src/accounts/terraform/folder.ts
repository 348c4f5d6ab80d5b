import { folder } from '../deployment.ts'

/** The Terraform root of an environment: one state, one `apply`. */
export function terraformFolder(environment: string): string {
  return `${folder}/terraform/${environment}`
}

/** The file of what goes once the data has moved. */
export const temporaryName = 'temporary.tf'
