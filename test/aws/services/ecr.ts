import type { DescribeRepositoriesRequest } from '@aws-sdk/client-ecr'
import { AwsError } from '../http/aws-error.ts'
import { findOr, operation, type Service } from '../operation.ts'

export const ecr: Service = {
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
