import { endedOn } from '../detect/ended.ts'
import type { Outcome } from '../model.ts'
import { productName } from '../render/pull-request/words.ts'
import type { Dated } from './row.ts'

const most = 6

/** What of a repository has no support any more, or should be done otherwise today: each once. */
export function datedIn(files: ReadonlyMap<string, string>, outcome: Outcome): readonly Dated[] {
  const all = [...runtimes(outcome), ...copilot(outcome), ...keys(files)]
  return [...new Map(all.map((one) => [one.what, one])).values()].slice(0, most)
}

function runtimes({ choices }: Outcome): readonly Dated[] {
  return choices.flatMap(({ app: { runtime } }): Dated[] => {
    const since = runtime === null ? null : endedOn(runtime.name, runtime.version)
    if (runtime === null || since === null) return []
    return [{ kind: 'runtime', what: `${productName(runtime.name)} ${runtime.version}`, since, path: runtime.from }]
  })
}

/** Source: https://aws.amazon.com/blogs/containers/announcing-the-end-of-support-for-the-aws-copilot-cli/ (2026-03-06). */
function copilot({ existing }: Outcome): readonly Dated[] {
  const [found] = existing.filter(({ to }) => to === 'copilot')
  return found === undefined ? [] : [{ kind: 'product', what: 'AWS Copilot', since: '2026-06-12', path: found.path }]
}

/** A workflow that signs in to AWS with a key that is stored in GitHub: a role by OIDC needs none. Comments do not count. */
const storedKey = /^[^#\n]*(?:aws-access-key-id|AWS_ACCESS_KEY_ID)["']?\s*:\s*["']?\$\{\{\s*(?:secrets|vars)\./im

function keys(files: ReadonlyMap<string, string>): readonly Dated[] {
  const found = [...files].find(
    ([path, text]) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) && storedKey.test(text),
  )
  return found === undefined ? [] : [{ kind: 'keys', what: 'AWS_ACCESS_KEY_ID', since: null, path: found[0] }]
}
