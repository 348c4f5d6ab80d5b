import type { Provision, Resource } from '../../model.ts'

/** A provision before the environment and the repository are looked at. */
export interface Part extends Pick<Provision, 'app' | 'target' | 'resources' | 'costs' | 'byHand'> {
  /** What the default branch must hold; a text: exactly this. */
  readonly files: readonly { readonly path: string; readonly content: string | null }[]
}

/** The templates of the stacks, as files that the default branch must hold. */
export function templates(resources: readonly Resource[]): Part['files'] {
  return resources.flatMap((resource) =>
    resource.kind === 'stack' && resource.path !== null ? [{ path: resource.path, content: resource.template }] : [],
  )
}
