import type { App, Context } from '../../model.ts'
import { parts } from '../names.ts'

/** How the stack names of an app begin: `shop-api`; `shop` where app and repository have one name. */
export function stackBase(app: App, context: Context): string {
  const repository = parts(context.repository.name)
  const base = app.name === repository || repository === '' ? app.name : `${repository}-${app.name}`
  return base.slice(0, 60).replace(/-+$/, '')
}

/** The folder of the template. */
export function templateFolder(app: App): string {
  const definition = app.definition ?? 'template.yaml'
  return definition.includes('/') ? definition.slice(0, definition.lastIndexOf('/')) : '.'
}

/** The template's name in its folder. */
export function templateName(app: App): string {
  return (app.definition ?? 'template.yaml').split('/').at(-1) ?? 'template.yaml'
}

/** Where `sam build` leaves what is deployed, relative to the repository. */
export function builtFolder(app: App): string {
  return app.root === '.' ? '.aws-sam/build' : `${app.root}/.aws-sam/build`
}

/** Branches that get a stack of their own. */
export const featureBranches = 'feature/**'
