type Resources = Record<string, unknown>

/** What differs between the buckets. */
export interface BucketForm {
  /** Days after which what lies in it goes; absent: it is kept. */
  readonly days?: number
  readonly versioned?: true
  /** Statements of its policy, before the one that refuses plain connections. */
  readonly statements?: readonly unknown[]
}

/** A bucket of CloudFormation and its policy: private, encrypted, refused without TLS, and kept when the stack goes. */
export function privateBucket(name: string, { days, versioned, statements = [] }: BucketForm): Resources {
  return {
    [name]: {
      Type: 'AWS::S3::Bucket',
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        ...(versioned ? { VersioningConfiguration: { Status: 'Enabled' } } : {}),
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        ...(days === undefined ? {} : { LifecycleConfiguration: { Rules: [expiry(days)] } }),
      },
    },
    [`${name}Policy`]: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: { Ref: name },
        PolicyDocument: { Version: '2012-10-17', Statement: [...statements, encryptedOnly(name)] },
      },
    },
  }
}

function expiry(days: number) {
  return {
    Id: 'old-artifacts',
    Status: 'Enabled',
    ExpirationInDays: days,
    AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
  }
}

function encryptedOnly(name: string) {
  return {
    Sid: 'EncryptedConnectionsOnly',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [{ 'Fn::GetAtt': [name, 'Arn'] }, { 'Fn::Sub': `\${${name}.Arn}/*` }],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  }
}
