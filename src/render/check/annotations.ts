import type { Annotation, RenderedFile } from '../../model.ts'
import type { Texts } from '../../text.ts'

/** A line that a reviewer should look at twice. */
interface Remark {
  readonly path: RegExp
  readonly line: RegExp
  readonly level: Annotation['level']
  readonly says: keyof Pick<Texts['check'], 'signIn' | 'subject' | 'health'>
}

const remarks: readonly Remark[] = [
  { path: /^\.github\/workflows\/.*\.yml$/, line: /^\s+id-token: write$/, level: 'notice', says: 'signIn' },
  { path: /^infra\/cicd\/bootstrap\.yaml$/, line: /:sub'?:(?:\s|$)/, level: 'notice', says: 'subject' },
  { path: /^infra\/cicd\/.*\/service\.json$/, line: /"healthCheckPath": "\/"/, level: 'warning', says: 'health' },
]

// GitHub's limit of one request: https://docs.github.com/en/rest/checks/runs (2026-11)
const most = 50

/** Remarks at lines of the generated files: where somebody signs in, who may, and what only a person can know. At most 50. */
export function annotations(files: readonly RenderedFile[], { check }: Texts): readonly Annotation[] {
  return files
    .flatMap(({ path, content }) => {
      const wanted = remarks.filter((remark) => remark.path.test(path))
      if (wanted.length === 0) return []
      return (content ?? '')
        .split('\n')
        .flatMap((text, index) =>
          wanted
            .filter(({ line }) => line.test(text))
            .map(({ level, says }) => ({ path, line: index + 1, column: null, level, message: check[says] })),
        )
    })
    .slice(0, most)
}
