import { privateBucket } from '../../render/bootstrap/private-bucket.ts'

/** Where built functions are put. CloudFormation goes back to the artifact before: it has to be there still. */
export const artifacts = privateBucket('SamArtifacts', { days: 365 })

/** Where function images are put. */
export const images = {
  Type: 'AWS::ECR::Repository',
  DeletionPolicy: 'RetainExceptOnCreate',
  UpdateReplacePolicy: 'Retain',
  Properties: {
    ImageTagMutability: 'MUTABLE',
    ImageScanningConfiguration: { ScanOnPush: true },
    LifecyclePolicy: {
      LifecyclePolicyText: JSON.stringify({
        rules: [
          {
            rulePriority: 1,
            selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 100 },
            action: { type: 'expire' },
          },
        ],
      }),
    },
  },
}
