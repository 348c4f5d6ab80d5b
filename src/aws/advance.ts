import type { Provision, Resource, Standing } from '../model.ts'
import type { Account } from './account.ts'
import { refusalOf } from './refusal.ts'
import { amplifyApp } from './resources/amplify-app.ts'
import { amplifyBranch } from './resources/amplify-branch.ts'
import { amplifyRelease } from './resources/amplify-release.ts'
import { connection } from './resources/connection.ts'
import { expressService } from './resources/express-service.ts'
import { parameters } from './resources/parameters.ts'
import { password } from './resources/password.ts'
import type { Ground } from './resources/provisioner.ts'
import { stack } from './resources/stack.ts'

/** A resource and how it stands. */
export interface Progress {
  readonly resource: Resource
  readonly standing: Standing
}

/** `look`: nothing is made. `start`: what failed before is tried again. `go on`: what was begun is finished, and no failure is repeated. */
export type Mode = 'look' | 'start' | 'go on'

/**
 * Goes over the resources of a provision in their order, and makes what is to be made, until one is not ready yet; the ones after that are not
 * looked at and count as absent, except with `look`; what only people give is looked at all the same, so that they are told of everything at once.
 * All it remembers is in AWS, so it can be cut off anywhere and called again.
 */
export async function advance(
  provision: Provision,
  account: Account,
  mode: Mode,
  amplifyToken: string | null,
): Promise<readonly Progress[]> {
  const made = new Map<string, string>()
  const progress: Progress[] = []
  let stopped = false
  for (const resource of provision.resources) {
    const ground: Ground = { account, tags: provision.tags, made, amplifyToken }
    const standing: Standing =
      stopped && resource.kind !== 'parameters' ? { state: 'absent' } : await one(resource, ground, mode)
    progress.push({ resource, standing })
    if (standing.state === 'ready') {
      made.set(resource.id, standing.resource)
      for (const [name, value] of Object.entries(standing.outputs)) made.set(`${resource.id}.${name}`, value)
    } else if (mode !== 'look') stopped = true
  }
  return progress
}

async function one(resource: Resource, ground: Ground, mode: Mode): Promise<Standing> {
  let doing = 'look'
  try {
    const before = await look(resource, ground)
    if (mode === 'look' || !canBeMade(before, mode)) return before
    doing = 'make'
    await make(resource, before, ground)
    doing = 'look'
    return await look(resource, ground)
  } catch (error) {
    const refusal = refusalOf(error, `${doing} ${resource.kind}`)
    if (refusal === null) throw error
    return { state: 'unknown', refusal }
  }
}

function canBeMade(standing: Standing, mode: Mode): boolean {
  if (standing.state === 'failed') return standing.again && mode === 'start'
  return standing.state === 'absent' || standing.state === 'different'
}

function look(resource: Resource, ground: Ground): Promise<Standing> {
  switch (resource.kind) {
    case 'connection':
      return connection.look(resource, ground)
    case 'stack':
      return stack.look(resource, ground)
    case 'password':
      return password.look(resource, ground)
    case 'amplify-release':
      return amplifyRelease.look(resource, ground)
    case 'amplify-branch':
      return amplifyBranch.look(resource, ground)
    case 'amplify-app':
      return amplifyApp.look(resource, ground)
    case 'parameters':
      return parameters.look(resource, ground)
    case 'express-service':
      return expressService.look(resource, ground)
  }
}

function make(resource: Resource, standing: Standing, ground: Ground): Promise<void> {
  switch (resource.kind) {
    case 'connection':
      return connection.make(resource, standing, ground)
    case 'stack':
      return stack.make(resource, standing, ground)
    case 'password':
      return password.make(resource, standing, ground)
    case 'amplify-release':
      return amplifyRelease.make(resource, standing, ground)
    case 'amplify-branch':
      return amplifyBranch.make(resource, standing, ground)
    case 'amplify-app':
      return amplifyApp.make(resource, standing, ground)
    case 'parameters':
      return parameters.make(resource, standing, ground)
    case 'express-service':
      return expressService.make(resource, standing, ground)
  }
}
