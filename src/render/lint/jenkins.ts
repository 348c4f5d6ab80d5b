import type { Fault, Linted } from '../lint.ts'
import { pinnedImage, storedKeys } from './provider-rules.ts'

interface Rule {
  readonly id: string
  readonly check: (text: string) => readonly string[]
}

/** What a generated `Jenkinsfile` must keep. Literals and comments are taken out first, so that foreign text cannot mislead the rules. */
const rules: readonly Rule[] = [
  { id: 'jenkins-balance', check: (text) => (balanced(bare(text)) ? [] : ['its braces do not match']) },
  {
    id: 'jenkins-semicolon',
    check: (text) => (bare(text).includes(';') ? ['has two statements in a line, which Jenkins refuses'] : []),
  },
  { id: 'jenkins-agent', check: (text) => (/^ {2}agent none$/m.test(text) ? [] : ['holds an agent while it waits']) },
  {
    id: 'jenkins-concurrency',
    check: (text) => (text.includes('disableConcurrentBuilds()') ? [] : ['lets two builds of a branch run at once']),
  },
  { id: 'jenkins-timeout', check: (text) => (/^ {4}timeout\(time: /m.test(text) ? [] : ['has no timeout']) },
  { id: 'jenkins-image', check: images },
  { id: 'jenkins-deploy', check: deployments },
  { id: 'stored-key', check: (text) => [storedKeys(text)].filter((says) => says !== null) },
]

export function jenkinsFaults({ path, content }: Linted): readonly Fault[] {
  return rules.flatMap(({ id, check }) => check(content).map((says) => ({ path, rule: id, says })))
}

/** Without comments and with every literal empty. */
function bare(text: string): string {
  return text.replace(/\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, (found) =>
    found.startsWith('/') ? '' : "''",
  )
}

function balanced(text: string): boolean {
  const open: string[] = []
  const pairs: Readonly<Record<string, string>> = { '}': '{', ')': '(', ']': '[' }
  for (const character of text) {
    if ('{(['.includes(character)) open.push(character)
    const opener = pairs[character]
    if (opener !== undefined && open.pop() !== opener) return false
  }
  return open.length === 0 && !/['"]/.test(text.replaceAll("''", ''))
}

function images(text: string): readonly string[] {
  return [...text.matchAll(/^\s*image '([^']*)'$/gm)].flatMap(([, image]) => pinnedImage(image) ?? [])
}

/** A stage that deploys says for which branch, or that a timer started it. */
function deployments(text: string): readonly string[] {
  return text
    .split(/^ {4}stage\(/m)
    .slice(1)
    .filter((stage) => /^ {8}deploy\('/m.test(stage) && !/^ {8}(allOf|expression|triggeredBy)\b/m.test(stage))
    .map((stage) => `the stage ${stage.slice(0, 40).split('\n')[0] ?? ''} deploys on any branch`)
}
