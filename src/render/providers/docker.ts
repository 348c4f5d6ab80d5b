import type { Delivery } from '../../model.ts'

/** Whether a deployment installs packages: for an image, or to run from the source. */
export function installs({ deployments, prepare }: Delivery, slug: string): boolean {
  return prepare.length > 0 || deployments.some((one) => one.docker && one.slug === slug)
}

/** Whether one of the deployments builds an image. */
export function deploysWithDocker({ deployments }: Delivery): boolean {
  return deployments.some(({ docker }) => docker)
}
