import type {
  DescribeImagesRequest,
  DescribeRepositoriesRequest,
  ImageDetail,
  ImageIdentifier,
} from '@aws-sdk/client-ecr'
import { AwsError } from '../http/aws-error.ts'
import { findOr, operation, type Service } from '../operation.ts'
import type { RegionState } from '../state.ts'

function requireRepository({ repositories }: RegionState, name: string | undefined) {
  return findOr(
    repositories,
    ({ repositoryName }) => repositoryName === name,
    () => new AwsError('RepositoryNotFoundException', `The repository with name '${name}' does not exist`),
  )
}

/** Pushes an image, as a workflow does; gives its digest. */
export function pushImage(state: RegionState, repositoryName: string, tag: string): string {
  requireRepository(state, repositoryName)
  const imageDigest = `sha256:${state.world.id().padStart(64, '0')}`
  const imagePushedAt = new Date(state.world.now())
  state.imageDetails.push({ repositoryName, imageDigest, imageTags: [tag], imagePushedAt })
  return imageDigest
}

export const ecr: Service = {
  DescribeImages: operation((state, { repositoryName, imageIds, filter }: DescribeImagesRequest) => {
    const own = state.imageDetails.filter((one) => one.repositoryName === repositoryName)
    if (own.length === 0) requireRepository(state, repositoryName)
    if (imageIds === undefined) {
      const tagged = (one: ImageDetail) => filter?.tagStatus !== 'TAGGED' || (one.imageTags ?? []).length > 0
      return { imageDetails: own.filter(tagged) }
    }
    const missing = (digest?: string) =>
      new AwsError('ImageNotFoundException', `The image with imageId {imageDigest:'${digest}'} does not exist`)
    const find = ({ imageDigest }: ImageIdentifier) =>
      findOr(
        own,
        (one) => one.imageDigest === imageDigest,
        () => missing(imageDigest),
      )
    return { imageDetails: imageIds.map(find) }
  }),
  DescribeRepositories: operation((state, { repositoryNames }: DescribeRepositoriesRequest) => ({
    repositories:
      repositoryNames === undefined
        ? state.repositories
        : repositoryNames.map((name) => requireRepository(state, name)),
  })),
}
