import type { Instruction } from './instructions.ts'
import { execForm } from './list.ts'

/** A file or folder that is copied from the build context. */
export interface Copied {
  readonly source: string
  readonly line: number
}

/** What an instruction takes from the build context; nothing for what it takes from other stages or the network. */
export function copies({ keyword, value, line }: Instruction): readonly Copied[] {
  if (keyword === 'RUN') {
    return [...value.matchAll(/--mount=type=bind\S*?[,=]source=([^,\s]+)/g)].map(([, source = '']) => ({
      source,
      line,
    }))
  }
  if ((keyword !== 'COPY' && keyword !== 'ADD') || /(?:^|\s)--from=/.test(value) || value.includes('<<')) return []
  const plain = value.replace(/^(?:--\S+\s+)*/, '')
  const list = execForm(plain) ?? plain.trim().split(/\s+/)
  return list
    .slice(0, -1)
    .flatMap((source) =>
      /^https?:|^git@/.test(source) ? [] : [{ source: source.replace(/^\.?\/+/, '') || '.', line }],
    )
}
