import type { App, Language } from '../model.ts'
import type { Texts } from '../text.ts'

const names: Readonly<Record<Language, string>> = {
  node: 'Node.js',
  python: 'Python',
  go: 'Go',
  java: 'Java',
  ruby: 'Ruby',
  php: 'PHP',
  dotnet: '.NET',
  rust: 'Rust',
  elixir: 'Elixir',
}

/** The language of an app as people write it: `Node.js 24`, `Go`, `this language` where none was recognised. */
export function languageName(app: App, { variables }: Texts): string {
  if (app.language === null) return variables.thisLanguage
  return app.runtime === null ? names[app.language] : `${names[app.language]} ${app.runtime.version}`
}
