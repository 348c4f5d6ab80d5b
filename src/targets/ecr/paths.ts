import type { App } from '../../model.ts'
import { branchPattern } from '../../render/expression.ts'
import type { ImageBuild } from './image-build.ts'

/** The files whose change makes a new image, as patterns for `on.push.paths`; empty: all of the repository. */
export function imagePaths(app: App, image: ImageBuild): readonly string[] {
  if (image.context === '.' && app.workspace === null) return []
  const workspace = app.workspace
  if (workspace === null) return [...folders([app.root, image.context]), ...ours(app, image)]
  if (workspace.root === app.root) return []
  const inRoot = workspace.root === '.' ? '' : `${branchPattern(workspace.root)}/`
  return [
    ...folders([app.root, ...workspace.members]),
    ...rootFiles.map((name) => `${inRoot}${name}`),
    ...ours(app, image),
  ]
}

/** What lies beside the packages of a workspace and takes part in their builds. */
const rootFiles = ['*.json', '*.yaml', '*.yml', '*.toml', '*.lock', '*.lockb', '.npmrc', '.yarnrc.yml', '.dockerignore']

function folders(roots: readonly string[]): readonly string[] {
  return [...new Set(roots)].map((root) => (root === '.' ? '**' : `${branchPattern(root)}/**`))
}

function ours(app: App, image: ImageBuild): readonly string[] {
  const dockerfile = branchPattern(image.dockerfile)
  return [
    dockerfile,
    `${dockerfile}.dockerignore`,
    `infra/cicd/${app.name}/**`,
    'infra/cicd/deploy-*.sh',
    `.github/workflows/deploy-${app.name}.yml`,
  ]
}
