import { reads } from '../access/needs.ts'
import { page } from '../http/pages.ts'
import { ok } from '../http/replies.ts'
import { type Route, repositoryRoute } from '../http/route.ts'
import { fullName, type Repository } from '../state/repository.ts'
import { type Rule, rulesFor } from '../state/rules.ts'

/** The rules of a branch. https://docs.github.com/rest/repos/rules */
export const ruleRoutes: readonly Route[] = [
  repositoryRoute('get', '/repos/{owner}/{repo}/rules/branches/{branch}', reads('metadata'), (call, repository) => {
    const { headers, items } = page(call, rulesFor(repository, call.param('branch')))
    return ok(
      items.map((rule) => asRule(repository, rule)),
      headers,
    )
  }),
]

function asRule(repository: Repository, rule: Rule) {
  const source = { ruleset_source_type: 'Repository', ruleset_source: fullName(repository), ruleset_id: 1 } as const
  if ('pattern' in rule) {
    return { type: rule.type, parameters: { operator: 'regex', pattern: rule.pattern }, ...source } as const
  }
  return { type: rule.type, ...source } as const
}
