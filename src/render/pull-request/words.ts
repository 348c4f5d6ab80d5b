import type { App, TargetId } from '../../model.ts'
import type { Texts } from '../../text.ts'
import { code, inert } from '../markdown.ts'
import { targetNames } from '../target-names.ts'

/** At most so many characters, with an ellipsis where something is missing. */
export function clip(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).toWellFormed()}…`
}

export function targetName(target: TargetId | null, texts: Texts): string {
  return target === null ? texts.pullRequest.noDeployment : targetNames[target]
}

/** Names that do not come right by a capital letter. */
const names: Readonly<Record<string, string>> = {
  next: 'Next.js',
  nuxt: 'Nuxt',
  vite: 'Vite',
  express: 'Express',
  fastapi: 'FastAPI',
  sveltekit: 'SvelteKit',
  nestjs: 'NestJS',
  node: 'Node.js',
  'react-router': 'React Router',
  'create-react-app': 'Create React App',
  'vue-cli': 'Vue CLI',
  php: 'PHP',
  dotnet: '.NET',
  cdk: 'CDK',
  sam: 'SAM',
  'serverless-framework': 'Serverless Framework',
  'spring-boot': 'Spring Boot',
  mkdocs: 'MkDocs',
  aspnet: 'ASP.NET',
  'asp.net core': 'ASP.NET Core',
  'plain-html': 'HTML',
  'firebase-functions': 'Firebase Functions',
  adonisjs: 'AdonisJS',
  bullmq: 'BullMQ',
  sst: 'SST',
  'discord.js': 'discord.js',
  'net/http': 'net/http',
}

/** The name of a framework, language or runtime as its makers write it, as plain text. */
export function productName(id: string): string {
  return names[id] ?? clip(id.charAt(0).toUpperCase() + id.slice(1), 60)
}

function named(id: string): string {
  return inert(productName(id))
}

/** What an app is, in a few words: `Next.js 15, site rendered on a server, pnpm 9.1.0, Node.js 22`. */
export function appWords(app: App, texts: Texts): string {
  const framework = app.framework
    ? `${named(app.framework)}${app.frameworkMajor === null ? '' : ` ${app.frameworkMajor}`}`
    : null
  const language = framework === null && app.language ? named(app.language) : null
  const kind = app.spa ? texts.pullRequest.singlePage : texts.pullRequest.kindOf[app.kind]
  const manager =
    app.packageManager &&
    inert(clip([app.packageManager.name, app.packageManager.version].filter(Boolean).join(' '), 60))
  const runtime = app.runtime && `${named(app.runtime.name)} ${inert(clip(app.runtime.version, 40))}`
  return [framework, language, kind, manager, runtime].filter(Boolean).join(texts.pullRequest.comma)
}

/** Where an app lies: its folder, or the name of the repository's only app. */
export function appPlace(app: App, texts: Texts): string {
  return app.root === '.' ? texts.pullRequest.theRepository : code(clip(app.root, 100))
}
