import { type ESTree, parseSync, Visitor } from 'rolldown/utils'

/** An English phrase that stands in a source file. */
export interface Phrase {
  readonly line: number
  readonly text: string
}

/** Words that hold English sentences together and that no command line, path or key is made of. */
const glue =
  /(?<![\w./'"-])(?:the|an?|is|are|was|were|be|been|of|to|in|for|and|or|not|it|its|this|that|these|those|which|with|without|by|from|on|has|have|had|no|than|but|there|where|when|once|does|cannot|can|must|may|will|as|at|into|only|one|more|all|every|each|before|after|until|unless|because|so|if|else|your|you|own)(?![\w./'"=:-]|$)/iu
const words = /(?<![\w./-])[A-Za-z][a-z']*(?![\w./=-])/gu

/** Whether a text reads as English: three words or more, and one of those that only sentences have. */
export function isEnglish(text: string): boolean {
  return (text.match(words)?.length ?? 0) >= 3 && glue.test(text)
}

/** Every string and template of a TypeScript text that reads as English and is no thrown bug, no log message and no comment of a file. */
export function englishIn(code: string, path: string): readonly Phrase[] {
  const found: Phrase[] = []
  const exempt: ESTree.Span[] = []
  const { program } = parseSync(path, code)
  const add = (at: ESTree.Span, text: string) => {
    const said = text.replace(/<[^>]*>/gu, ' ')
    const inside = exempt.some(({ start, end }) => start <= at.start && at.end <= end)
    const line = code.slice(0, at.start).split('\n').length
    if (!inside && isEnglish(said) && !/^\s*#/u.test(text)) found.push({ line, text })
  }
  const visitor = new Visitor({
    NewExpression(node) {
      if (node.callee.type === 'Identifier' && /^(?:Error|RangeError|TypeError)$/u.test(node.callee.name))
        exempt.push(node)
    },
    CallExpression(node) {
      if (
        /^(?:\w+\.)*(?:log|logger)\.(?:debug|info|warn|error|fatal)$/u.test(
          code.slice(node.callee.start, node.callee.end),
        )
      )
        exempt.push(node)
    },
    ImportDeclaration(node) {
      exempt.push(node)
    },
    Literal(node) {
      if (typeof node.value === 'string') add(node, node.value)
    },
    TemplateLiteral(node) {
      add(node, node.quasis.map(({ value }) => value.cooked ?? '').join('…'))
    },
  })
  visitor.visit(program)
  return found
}
