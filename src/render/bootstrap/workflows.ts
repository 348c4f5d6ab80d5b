import type { GeneratedFile, Rendering } from '../../model.ts'

/** A workflow that asks for an OIDC token, and so for the role. */
export interface WorkflowIdentity {
  readonly name: string
  readonly path: string
}

/** The workflows of these renderings that ask for the role. */
export function workflowsWithRole(renderings: readonly Rendering[]): readonly WorkflowIdentity[] {
  const files = renderings.flatMap((item) => item.files)
  return files
    .filter((file) => file.path.startsWith('.github/workflows/') && file.content.includes('id-token: write'))
    .map(identity)
}

function identity(file: GeneratedFile): WorkflowIdentity {
  const name = /^name: (.+)$/m.exec(file.content)?.[1] ?? file.path
  return { name: name.replace(/^'(.*)'$/, '$1').replaceAll("''", "'"), path: file.path }
}
