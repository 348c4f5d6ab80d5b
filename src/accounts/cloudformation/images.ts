import type { Account } from '../landscape.ts'
import { accountParameter, logical, ref, sub, templateText } from './template.ts'

/** The repository of container images that all environments pull from; each account may pull, and none but its own may push. */
export function imagesTemplate(workloads: readonly Account[]): string {
  const keys = workloads.map(({ key }) => key)
  return templateText({
    description: 'Container images for all environments: built once, pulled everywhere',
    head: 'Deploy in images, once for each product, with its name.\nThe roles that pull need ecr:GetAuthorizationToken, and these actions on this repository, in their own policies too.',
    parameters: {
      RepositoryName: {
        Type: 'String',
        AllowedPattern: '^[a-z][a-z0-9/_-]{1,99}$',
        Description: 'Name of the repository, such as the product',
      },
      ...Object.fromEntries(keys.map((key) => [`${logical(key)}Account`, accountParameter(key)])),
    },
    resources: {
      Repository: {
        Type: 'AWS::ECR::Repository',
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: {
          RepositoryName: ref('RepositoryName'),
          ImageTagMutability: 'IMMUTABLE',
          RepositoryPolicyText: {
            Version: '2012-10-17',
            Statement: [
              {
                Sid: 'Pull',
                Effect: 'Allow',
                Principal: {
                  AWS: keys.map((key) => sub(`arn:\${AWS::Partition}:iam::\${${logical(key)}Account}:root`)),
                },
                Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchCheckLayerAvailability'],
              },
            ],
          },
        },
      },
    },
    outputs: { RepositoryUri: { Value: { 'Fn::GetAtt': ['Repository', 'RepositoryUri'] } } },
  })
}
