import { reads } from '../access/needs.ts'
import { allows, grantedTo, reaches } from '../access/permission.ts'
import { page } from '../http/pages.ts'
import { notFound } from '../http/refusal.ts'
import { ok } from '../http/replies.ts'
import { type Call, type Route, repositoryRoute } from '../http/route.ts'
import { asCommit } from '../shapes/commit.ts'
import { asFullRepository } from '../shapes/repository.ts'
import { repositoryApi, repositoryPage } from '../shapes/urls.ts'
import { asUser } from '../shapes/user.ts'
import { findAccount } from '../state/account.ts'
import type { Repository } from '../state/repository.ts'
import { atLeast, legacyPermission, permissionFlags, roleOf } from '../state/role.ts'
import { protects } from '../state/rules.ts'

/** Repositories, their branches and who may do what. https://docs.github.com/rest/repos/repos */
export const repositoryRoutes: readonly Route[] = [
  repositoryRoute('get', '/repos/{owner}/{repo}', reads('metadata'), (call, repository) =>
    ok({ ...asFullRepository(call.world, repository), permissions: permissionsOf(call, repository) }),
  ),
  repositoryRoute('get', '/repos/{owner}/{repo}/branches', reads('contents'), (call, repository) => {
    const names = branchNames(repository)
    const { items, headers } = page(call, names)
    const body = items.map((name) => {
      const sha = repository.refs.get(`refs/heads/${name}`) ?? ''
      const url = repositoryApi(call.world, repository, `/commits/${sha}`)
      return { name, commit: { sha, url }, protected: protects(repository, name) }
    })
    return ok(body, headers)
  }),
  repositoryRoute('get', '/repos/{owner}/{repo}/branches/{branch}', reads('contents'), async (call, repository) => {
    const name = call.param('branch')
    const sha = repository.refs.get(`refs/heads/${name}`)
    if (sha === undefined) throw notFound()
    const self = repositoryApi(call.world, repository, `/branches/${name}`)
    const body = {
      name,
      commit: await asCommit(call.world, repository, sha),
      _links: { self, html: repositoryPage(call.world, repository, `/tree/${name}`) },
      protected: protects(repository, name),
      protection: { enabled: protects(repository, name) },
      protection_url: `${self}/protection`,
    }
    return ok(body)
  }),
  repositoryRoute('get', '/repos/{owner}/{repo}/collaborators', reads('metadata'), (call, repository) => {
    const outside = call.query.get('affiliation') === 'outside'
    const people = [...repository.collaborators.entries()].flatMap(([id, role]) => {
      const account = [...call.world.accounts.values()].find((one) => one.id === id)
      const listed = account !== undefined && atLeast(role, 'read') && (!outside || repository.outsiders.has(id))
      return listed
        ? [{ ...asUser(call.world, account), permissions: permissionFlags(role), role_name: role.name }]
        : []
    })
    const { items, headers } = page(call, people)
    return ok(items, headers)
  }),
  repositoryRoute(
    'get',
    '/repos/{owner}/{repo}/collaborators/{username}/permission',
    reads('metadata'),
    ({ param, world }, repository) => {
      const account = findAccount(world, param('username'))
      if (account === null) throw notFound()
      const role = roleOf(repository, account)
      const user = { ...asUser(world, account), permissions: permissionFlags(role), role_name: role.name }
      return ok({ permission: legacyPermission(role), role_name: role.name, user })
    },
  ),
  repositoryRoute(
    'get',
    '/repos/{owner}/{repo}/actions/oidc/customization/sub',
    reads('actions'),
    (_call, repository) => {
      if (repository.oidcSubject === null) throw notFound()
      return ok(repository.oidcSubject)
    },
  ),
]

function branchNames(repository: Repository): string[] {
  const heads = [...repository.refs.keys()].filter((ref) => ref.startsWith('refs/heads/'))
  return heads.map((ref) => ref.slice('refs/heads/'.length)).sort()
}

function permissionsOf({ actor }: Call<never>, repository: Repository) {
  if (actor.kind === 'person') return permissionFlags(roleOf(repository, actor.account))
  const may = (level: 'read' | 'write') =>
    actor.kind === 'installation' && reaches(actor, repository) && allows(grantedTo(actor), { name: 'contents', level })
  return {
    admin: false,
    maintain: false,
    push: may('write'),
    triage: may('write'),
    pull: may('read') || !repository.private,
  }
}
