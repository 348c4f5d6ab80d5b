import type { Delivery } from '../../model.ts'

/** Whether one of the deployments builds an image. */
export function deploysWithDocker({ deployments }: Delivery): boolean {
  return deployments.some(({ docker }) => docker)
}
