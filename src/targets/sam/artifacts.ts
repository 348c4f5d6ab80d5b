/** Where built functions are put: encrypted, private, and kept when the stack goes. */
export const bucket = {
  Type: 'AWS::S3::Bucket',
  DeletionPolicy: 'RetainExceptOnCreate',
  UpdateReplacePolicy: 'Retain',
  Properties: {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    // CloudFormation goes back to the artifact before: it has to be there still.
    LifecycleConfiguration: {
      Rules: [
        {
          Id: 'old-artifacts',
          Status: 'Enabled',
          ExpirationInDays: 365,
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
        },
      ],
    },
  },
}

/** Refuses connections that are not encrypted. */
export const bucketPolicy = {
  Type: 'AWS::S3::BucketPolicy',
  Properties: {
    Bucket: { Ref: 'SamArtifacts' },
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'EncryptedConnectionsOnly',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: [{ 'Fn::GetAtt': ['SamArtifacts', 'Arn'] }, { 'Fn::Sub': '${SamArtifacts.Arn}/*' }],
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    },
  },
}

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
