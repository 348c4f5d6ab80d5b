import type { Account } from './account.ts'

export const deploymentStates = ['error', 'failure', 'inactive', 'pending', 'success', 'queued', 'in_progress'] as const

export interface DeploymentStatus {
  readonly id: number
  readonly state: (typeof deploymentStates)[number]
  readonly description: string
  readonly environmentUrl: string
  readonly logUrl: string
  readonly creator: Account
  readonly createdAt: string
}

export interface Deployment {
  readonly id: number
  readonly ref: string
  readonly sha: string
  readonly task: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly environment: string
  readonly production: boolean
  readonly transient: boolean
  readonly description: string | null
  readonly creator: Account
  readonly createdAt: string
  readonly statuses: DeploymentStatus[]
}
