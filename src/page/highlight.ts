import hljs from 'highlight.js/lib/core'
import bash from 'highlight.js/lib/languages/bash'
import dockerfile from 'highlight.js/lib/languages/dockerfile'
import groovy from 'highlight.js/lib/languages/groovy'
import ini from 'highlight.js/lib/languages/ini'
import json from 'highlight.js/lib/languages/json'
import python from 'highlight.js/lib/languages/python'
import typescript from 'highlight.js/lib/languages/typescript'
import yaml from 'highlight.js/lib/languages/yaml'
import { html, type Markup, trusted, visible } from './markup.ts'

// An instance of its own: the library's default one is shared by the whole process.
const highlighter = hljs.newInstance()
const languages = { bash, dockerfile, groovy, ini, json, python, typescript, yaml }
for (const [name, language] of Object.entries(languages)) highlighter.registerLanguage(name, language)

const byName: readonly (readonly [RegExp, keyof typeof languages])[] = [
  [/\.ya?ml$/, 'yaml'],
  [/\.json$/, 'json'],
  [/\.(sh|bash)$/, 'bash'],
  [/(^|\/)(Dockerfile[^/]*|[^/]*\.Dockerfile)$/, 'dockerfile'],
  [/\.toml$/, 'ini'],
  [/\.py$/, 'python'],
  [/\.ts$/, 'typescript'],
  [/(^|\/)Jenkinsfile$/, 'groovy'],
]

// Beyond this the colours are not worth the wait.
const largest = 200_000

/** The lines of a file, coloured by the language that its name tells. The text is escaped; tokens are `span`s with classes `hljs-*`. */
export function highlightedLines(path: string, content: string): readonly Markup[] {
  const text = visible(content.replace(/\n$/, ''))
  const language = byName.find(([pattern]) => pattern.test(path))?.[1]
  if (language === undefined || text.length > largest) return text.split('\n').map((line) => html`${line}`)
  return balanced(highlighter.highlight(text, { language }).value.split('\n'))
}

/** A token may run over several lines: each line closes what is open and the next opens it again. */
function balanced(lines: readonly string[]): readonly Markup[] {
  let open: readonly string[] = []
  return lines.map((line) => {
    const before = open
    for (const tag of line.match(/<span[^>]*>|<\/span>/g) ?? []) {
      open = tag === '</span>' ? open.slice(0, -1) : [...open, tag]
    }
    return trusted(before.join('') + line + '</span>'.repeat(open.length))
  })
}
