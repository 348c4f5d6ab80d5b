import type { StoreKind } from '../model.ts'

/** The port on which a store in a VPC listens by default; null: it is reached over AWS's own addresses. */
export function storePort(kind: StoreKind): number | null {
  return ports[kind]
}

const ports: Readonly<Record<StoreKind, number | null>> = {
  postgresql: 5432,
  'aurora-postgresql': 5432,
  mysql: 3306,
  mariadb: 3306,
  'aurora-mysql': 3306,
  sqlserver: 1433,
  oracle: 1521,
  documentdb: 27017,
  redis: 6379,
  efs: 2049,
  opensearch: 443,
  dynamodb: null,
  s3: null,
  cognito: null,
  secrets: null,
}
