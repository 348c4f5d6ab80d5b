import type { OtherDetector } from '../detector.ts'

const documents = /\.(md|markdown|mdx|rst|txt|adoc|org|pdf|png|jpe?g|gif|svg|webp|csv|docx?|pptx?)$/i
const aside = /^\.|^(LICEN[CS]E|COPYING|AUTHORS|CODEOWNERS|NOTICE|CNAME|Makefile)|\.(sh|bib)$/i

/** Text and pictures only: a guide, a list, a README whose code has moved away (case G29). */
export const textOnly: OtherDetector = {
  id: 'documents',
  reads: [],
  find(repository) {
    const paths = repository.tree.entries.map(({ path }) => path).filter((path) => !path.startsWith('.github/'))
    const texts = paths.filter((path) => documents.test(path))
    const [first] = texts.sort()
    if (!first) return null
    const rest = paths.filter((path) => !documents.test(path) && !aside.test(path.slice(path.lastIndexOf('/') + 1)))
    if (rest.length > texts.length / 10) return null
    const what = texts.length === 1 ? 'document' : 'documents'
    const says = repository.texts.seen.textFiles(texts.length, paths.length)
    return { what, proof: [{ path: first, line: null, says }] }
  },
}
