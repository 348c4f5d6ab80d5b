/** AWS's own pages on moving each family of stores. */
export const moveLinks = {
  rds: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/share-encrypted-snapshot.html',
  aurora: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-share-snapshot.html',
  documentdb:
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore-share_cluster_snapshots.html',
  dynamodb: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataImport.HowItWorks.html',
  s3: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-batch-replication-batch.html',
  efs: 'https://docs.aws.amazon.com/datasync/latest/userguide/create-efs-location.html',
  redis: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-seeding-redis.html',
  opensearch: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-snapshots.html',
  cognito: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-migrate-user.html',
  secrets: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html',
} as const

type Family = keyof typeof moveLinks

/** The commands of the usual way, or null where it is clicked or programmed. `KEY`: a KMS key of one's own in the old account. */
export function moveCommands(family: Family, name: string, account: string): string | null {
  if (family === 'rds') return snapshots(name, account, { kind: 'db-snapshot', of: 'db-instance' })
  if (family === 'aurora' || family === 'documentdb') {
    const service = family === 'aurora' ? 'rds' : 'docdb'
    return snapshots(name, account, { kind: 'db-cluster-snapshot', of: 'db-cluster' }, service)
  }
  return family === 'dynamodb' ? tables(name, account) : null
}

interface Names {
  readonly kind: 'db-snapshot' | 'db-cluster-snapshot'
  readonly of: 'db-instance' | 'db-cluster'
}

function snapshots(name: string, account: string, { kind, of }: Names, service = 'rds'): string {
  const wait = kind === 'db-snapshot' ? 'db-snapshot-available' : 'db-cluster-snapshot-available'
  return [
    ': "${KEY:?ARN of a KMS key of your own in the old account, which the new account may use}"',
    ': "${NEW_KEY:?ARN of a KMS key in the new account}"',
    `aws ${service} create-${kind} --profile existing --${of}-identifier ${name} --${kind}-identifier ${name}-move`,
    `aws rds wait ${wait} --profile existing --${kind}-identifier ${name}-move`,
    `aws ${service} copy-${kind} --profile existing --source-${kind}-identifier ${name}-move \\`,
    `  --target-${kind}-identifier ${name}-shared --kms-key-id "$KEY"`,
    `aws rds wait ${wait} --profile existing --${kind}-identifier ${name}-shared`,
    `aws ${service} modify-${kind}-attribute --profile existing --${kind}-identifier ${name}-shared \\`,
    `  --attribute-name restore --values-to-add "$(account ${account})"`,
    `aws ${service} copy-${kind} --profile ${account} --target-${kind}-identifier ${name} --kms-key-id "$NEW_KEY" \\`,
    `  --source-${kind}-identifier "arn:aws:rds:$AWS_REGION:$(account existing):${kind === 'db-snapshot' ? 'snapshot' : 'cluster-snapshot'}:${name}-shared"`,
    `# Then restore, with the network and settings of the new account: aws ${service} restore-${of}-from-${kind === 'db-snapshot' ? 'db-snapshot' : 'snapshot'}`,
  ].join('\n')
}

function tables(name: string, account: string): string {
  return [
    ': "${BUCKET:?a bucket in the new account into which the old account may write}"',
    `aws dynamodb update-continuous-backups --profile existing --table-name ${name} \\`,
    '  --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true',
    `aws dynamodb export-table-to-point-in-time --profile existing --s3-bucket "$BUCKET" \\`,
    `  --s3-bucket-owner "$(account ${account})" --s3-prefix ${name} \\`,
    `  --table-arn "$(aws dynamodb describe-table --profile existing --table-name ${name} --query Table.TableArn --output text)"`,
    `# Then, with keys and indexes as the old table has them: aws dynamodb import-table --profile ${account}`,
  ].join('\n')
}
