import type { Language } from '../../model.ts'

/** A Lambda runtime by its parts: `python3.12` → python, 3.12. `provided.al2023` names no language. */
export interface LambdaRuntime {
  /** As it is written. */
  readonly id: string
  readonly language: Language | null
  readonly version: string | null
}

const families: Readonly<Record<string, Language>> = {
  nodejs: 'node',
  python: 'python',
  java: 'java',
  dotnet: 'dotnet',
  dotnetcore: 'dotnet',
  ruby: 'ruby',
  go: 'go',
}

/** Reads a runtime identifier, or a tag of a Lambda base image such as `python:3.12`; null for anything else. */
export function readLambdaRuntime(text: string): LambdaRuntime | null {
  const match = /^(nodejs|python|java|dotnetcore|dotnet|ruby|go|provided):?([\d.]*)/.exec(text)
  if (!match) return null
  const [, family = '', digits = ''] = match
  const language = Object.hasOwn(families, family) ? (families[family] ?? null) : null
  return { id: text, language, version: language === null ? null : versionOf(language, digits) }
}

// A major for Node, Java and .NET, major.minor for the others; go1.x and Node 0.10 style numbers have no use today.
function versionOf(language: Language, digits: string): string | null {
  const [major, minor] = digits.split('.').filter(Boolean)
  if (!major || language === 'go') return null
  if (language === 'python' || language === 'ruby') return minor ? `${major}.${minor}` : null
  return major
}
