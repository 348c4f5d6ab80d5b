import type { DescribeImagesRequest, DescribeRepositoriesRequest } from '@aws-sdk/client-ecr'
import { AwsError } from '../http/aws-error.ts'
import { findOr, operation, type Service } from '../operation.ts'

export const ecr: Service = {
  DescribeImages: operation(({ imageDetails }, { repositoryName, imageIds = [] }: DescribeImagesRequest) => ({
    imageDetails: imageIds.map(({ imageDigest }) =>
      findOr(
        imageDetails,
        (one) => one.repositoryName === repositoryName && one.imageDigest === imageDigest,
        () =>
          new AwsError(
            'ImageNotFoundException',
            `The image with imageId {imageDigest:'${imageDigest}'} does not exist`,
          ),
      ),
    ),
  })),
  DescribeRepositories: operation(({ repositories }, { repositoryNames }: DescribeRepositoriesRequest) => ({
    repositories:
      repositoryNames === undefined
        ? repositories
        : repositoryNames.map((name) =>
            findOr(
              repositories,
              ({ repositoryName }) => repositoryName === name,
              () => new AwsError('RepositoryNotFoundException', `The repository with name '${name}' does not exist`),
            ),
          ),
  })),
}
