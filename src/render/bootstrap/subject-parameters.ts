import type { Context } from '../../model.ts'
import type { SubjectParameter } from '../oidc.ts'
import type { Data } from '../yaml.ts'
import type { Trusted } from './trust.ts'

/** The parts of GitHub's subject that are not known and come in as parameters. */
export function trustParameters(trusted: Trusted): { readonly [key: string]: Data } {
  return Object.fromEntries(trusted.parameters.map((name) => [name, parameters[name]]))
}

const parameters: Readonly<Record<SubjectParameter, Data>> = {
  GitHubOwner: { Type: 'String', AllowedPattern: '[A-Za-z0-9_-]+', Description: 'User or organisation on GitHub' },
  GitHubRepository: { Type: 'String', AllowedPattern: '[A-Za-z0-9._-]+', Description: 'Repository on GitHub' },
  GitHubOwnerId: {
    Type: 'String',
    AllowedPattern: '[0-9]+',
    Description: 'gh api repos/OWNER/REPOSITORY --jq .owner.id',
  },
  GitHubRepositoryId: {
    Type: 'String',
    AllowedPattern: '[0-9]+',
    Description: 'gh api repos/OWNER/REPOSITORY --jq .id',
  },
}

/** Their values for the command that deploys the template, asked of GitHub. */
export function subjectOverrides(trusted: Trusted, context: Context): string {
  const repository = context.repository.owner
    ? `${context.repository.owner}/${context.repository.name}`
    : '{owner}/{repo}'
  const query: Readonly<Record<SubjectParameter, string>> = {
    GitHubOwner: '.owner.login',
    GitHubRepository: '.name',
    GitHubOwnerId: '.owner.id',
    GitHubRepositoryId: '.id',
  }
  return trusted.parameters.map((name) => ` ${name}="$(gh api repos/${repository} --jq ${query[name]})"`).join('')
}
