import { basename, resolve } from 'node:path'
import type { RepositoryFacts } from '../model.ts'
import { git } from './git.ts'
import { defaultBranch } from './reader.ts'

/** What a local clone tells of its repository on GitHub: host, owner and name from `origin`; ids and the rest are not known. */
export async function localFacts(directory: string): Promise<RepositoryFacts> {
  const remote = await git(directory, ['remote', 'get-url', 'origin'])
  const origin = remote.code === 0 ? parseRemote(remote.stdout.toString('utf8').trim()) : null
  const top = await git(directory, ['rev-parse', '--show-toplevel'])
  const folder = top.code === 0 ? top.stdout.toString('utf8').trim() : ''
  return {
    host: origin?.host ?? 'github.com',
    enterprise: false,
    owner: origin?.owner ?? null,
    name: origin?.name ?? basename(folder || resolve(directory)),
    id: null,
    ownerId: null,
    createdAt: null,
    private: null,
    defaultBranch: await defaultBranch(directory),
    subject: { known: false, why: 'a local clone does not tell how GitHub forms the OIDC subject' },
  }
}

/** Host, owner and name of `git@host:owner/name.git`, `ssh://…` or `https://…`; null for anything else. */
export function parseRemote(
  url: string,
): { readonly host: string; readonly owner: string; readonly name: string } | null {
  const match =
    /^(?:https?|ssh|git):\/\/(?:[^@/]+@)?([^/:]+)(?::\d+)?\/([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(url) ??
    /^(?:[^@/]+@)([^:/]+):([^/]+)\/([^/]+?)(?:\.git)?$/.exec(url)
  const [, host, owner, name] = match ?? []
  return host && owner && name ? { host, owner, name } : null
}
