import type { DeliveredApp, DeploymentStatus, Host } from '../model.ts'
import type { Account } from './account.ts'
import { seeAmplify } from './deployments/amplify.ts'
import { seeAppRunner } from './deployments/app-runner.ts'
import { seeExpress, seeWorker } from './deployments/ecs.ts'
import { nothing, type Sight } from './deployments/sight.ts'
import { seeStack } from './deployments/stack.ts'
import { refusalOf } from './refusal.ts'

/**
 * How one app stands in one environment, by AWS. Reads only, at most seven calls besides the lists of the Region. What is denied, throttled or out of
 * reach makes the state `unknown`, and `silence` says why.
 */
export async function readDeployment(of: DeliveredApp, account: Account): Promise<DeploymentStatus> {
  try {
    const sight = await see(of.host, account)
    return { of, ...sight, source: of.host.kind === 'unseen' ? 'nobody' : 'aws', silence: null }
  } catch (error) {
    const refusal = refusalOf(error, 'read')
    if (refusal === null) throw error
    return { of, ...unknown(of), source: 'nobody', silence: refusal }
  }
}

/** What is said of an app where nobody says anything. */
export function unknown({ host }: DeliveredApp): Sight {
  return { ...nothing(nameOf(host)), state: 'unknown' }
}

function nameOf(host: Host): string {
  if (host.kind === 'express') return host.service
  return 'stack' in host ? host.stack : host.name
}

async function see(host: Host, account: Account): Promise<Sight> {
  switch (host.kind) {
    case 'amplify':
      return seeAmplify(host, account)
    case 'apprunner':
      return seeAppRunner(host, account)
    case 'express':
      return seeExpress(host, account)
    case 'worker':
      return seeWorker(host, account)
    case 'stack':
      return seeStack(host, account)
    case 'unseen':
      return { ...nothing(host.name), state: 'unknown' }
  }
}
