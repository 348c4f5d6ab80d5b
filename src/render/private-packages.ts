import type { App, Setting, Step } from '../model.ts'
import type { Texts } from '../text.ts'
import { expression } from './expression.ts'
import { code } from './markdown.ts'

/** What an app says in `needs` when its packages come from a private registry: this, then the variable that holds the token. */
const prefix = 'private packages: '

/** Variables with the token of a private registry, as `.npmrc` and the like name them. */
function tokens(app: App): readonly string[] {
  return app.needs
    .filter((need) => need.startsWith(prefix))
    .map((need) => need.slice(prefix.length))
    .filter((name) => /^[A-Z][A-Z0-9_]*$/.test(name) && !name.startsWith('GITHUB_'))
}

/**
 * The one thing that an install from a private registry wants: a secret of the repository, handed over by `env`.
 * No value and no placeholder of one ever stands in a file.
 */
export const privatePackages = {
  /** Whether a variable is for the install alone, and must not reach what is deployed. */
  isToken: (app: App, name: string): boolean => app.needs.includes(`${prefix}${name}`),
  wanted: (app: App): boolean => tokens(app).length > 0,
  env: (app: App): Readonly<Record<string, string>> =>
    Object.fromEntries(tokens(app).map((name) => [name, expression(`secrets.${name}`)])),
  settings: (app: App, texts: Texts): readonly Setting[] =>
    tokens(app).map((name) => ({
      name,
      kind: 'secret',
      environment: null,
      example: texts.ci.tokenExample,
      why: texts.ci.installsPrivate(code(app.root)),
    })),
  steps: (app: App, texts: Texts): readonly Step[] =>
    tokens(app).map((name) => ({
      when: 'before merge',
      title: texts.ci.giveToken(code(name)),
      text: texts.ci.tokenText,
      commands: [`gh secret set ${name}`],
      link: 'https://cli.github.com/manual/gh_secret_set',
    })),
}
