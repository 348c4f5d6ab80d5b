/** How data of a kind is moved to another account. `{name}` is that of the store, `{account}` that of the account it goes to. */
export const accountsStores = {
  rds: {
    how: 'Snapshot, copied with a key of your own, shared, and restored in the new account. For large databases: AWS DMS or the replication of the engine itself keeps the new one up to date until the switch.',
    downtime:
      'From the last write to the restored database: copying and restoring take longer the more data there is. Rehearse with a snapshot first and take the time. With replication: minutes.',
    steps: [
      'Rehearse everything below with a snapshot of today, without stopping anything, and note how long it takes.',
      'A snapshot that is encrypted with the key of AWS (`aws/rds`) cannot be shared: copy it with a key of your own, and let the new account use that key.',
      'Announce the window. Stop what writes: servers, jobs, queues. Set the old database to read-only.',
      'Snapshot, copy, share, restore; then point the servers in the new account at the new address.',
    ],
    check:
      'Row counts of the largest tables and the newest rows are equal on both sides; the application reads and writes.',
    rollback:
      'Until the first write in the new database: point the servers back, allow writes in the old one. After that, going back means carrying the new rows back: decide before opening.',
  },
  aurora: {
    how: 'Snapshot of the cluster, copied with a key of your own, shared, and restored in the new account. A clone across accounts is quick and good for the rehearsal.',
    downtime:
      'From the last write to the restored cluster; longer the more data there is. With replication by binlog, logical replication or AWS DMS: minutes.',
    steps: [
      'Rehearse with a clone across accounts, without stopping anything.',
      'A snapshot that is encrypted with the key of AWS (`aws/rds`) cannot be shared: copy it with a key of your own, and let the new account use that key.',
      'Announce the window. Stop what writes: servers, jobs, queues.',
      'Snapshot, copy, share, restore, add the instances of the cluster; then point the servers at the new address.',
    ],
    check: 'Row counts of the largest tables and the newest rows are equal on both sides; readers and writer answer.',
    rollback:
      'Until the first write in the new cluster: point the servers back. After that, going back means carrying the new rows back: decide before opening.',
  },
  documentdb: {
    how: 'Snapshot of the cluster, copied with a key of your own, shared, and restored in the new account; AWS DMS with change streams where the window is too short.',
    downtime: 'From the last write to the restored cluster; longer the more data there is. With AWS DMS: minutes.',
    steps: [
      'Rehearse with a snapshot of today and take the time.',
      'Copy the snapshot with a key of your own, and let the new account use that key.',
      'Announce the window. Stop what writes, then snapshot, copy, share, restore, and point the servers at the new address.',
    ],
    check: 'Counts of the largest collections and the newest documents are equal on both sides.',
    rollback: 'Until the first write in the new cluster: point the servers back.',
  },
  dynamodb: {
    how: 'Export to S3 in the new account and import as a new table. Where writing cannot stop: replay the stream of the old table from the moment of the export.',
    downtime: 'Writes stop from the export until the import is done, reads go on. With the stream replayed: none.',
    steps: [
      'Switch on point-in-time recovery in the old account: the export needs it.',
      'Rehearse the export and import, and take the time. Indexes, TTL, streams and capacity are no part of the data: define them in the new account.',
      'Stop writes, export, import, and point the servers at the new table.',
    ],
    check: 'Item counts are equal; the newest items are there; alarms on throttling stay silent.',
    rollback: 'Point the servers back to the old table; items written meanwhile have to be carried back.',
  },
  s3: {
    how: 'Replication to a new bucket: S3 Batch Replication for the objects that are there, a live rule for those that come. A bucket name exists once in the world, so the new one is called differently.',
    downtime: 'None for reading. Writing switches over with the next deployment of the servers.',
    steps: [
      'Make the new bucket with versioning; switch versioning on in the old one too: replication needs it.',
      'Let the old account write into the new bucket, and make the new account the owner of the copies.',
      'Start the live rule, then the batch for what is there. Wait until nothing is pending.',
      'Point the servers at the new name. Links that people have saved lead to the old name: keep it, or redirect.',
    ],
    check: 'Object counts and total size are equal (S3 Storage Lens or an inventory); a new upload arrives.',
    rollback: 'Point the servers back. A rule in the other direction keeps the old bucket complete meanwhile.',
  },
  efs: {
    how: 'AWS DataSync from the old file system to a new one, again and again until little is left, and a last time after writes have stopped.',
    downtime: 'The last run after writes have stopped: minutes where earlier runs brought the rest.',
    steps: [
      'Make the new file system; DataSync needs a network between both, which the temporary connection is.',
      'Run the task until a run brings little. Owners and modes of files are copied too.',
      'Stop writes, run it once more, mount the new file system.',
    ],
    check: 'The report of DataSync has no failed files; counts and sizes are equal.',
    rollback: 'Mount the old file system again; files written meanwhile have to be carried back.',
  },
  redis: {
    how: 'A cache starts empty. Where it holds more than a cache (sessions, queues, counters): a backup, exported to S3, seeds the new cluster.',
    downtime: 'None for a cache, with slow answers until it is warm. With a backup: from backup to seeded cluster.',
    steps: [
      'Find out what would be lost if it were empty: sessions (people sign in again), queues (let them run dry first), rate limits.',
      'Make the new cluster; with data: export a backup to S3 and name it as the seed.',
    ],
    check: 'Hit rate and evictions come back to what they were.',
    rollback: 'Point the servers back.',
  },
  opensearch: {
    how: 'A snapshot into an S3 bucket that both accounts may use, restored in a new domain; or indexed again from the database, where that is the source.',
    downtime: 'None for searching, if both run meanwhile; what is indexed after the snapshot has to be indexed again.',
    steps: [
      'If everything is in a database too: index it again, that is the simplest.',
      'Else register the bucket as a repository in both domains, take a snapshot, restore it.',
      'Index again what changed since.',
    ],
    check: 'Document counts of every index are equal; the ten most frequent searches give the same.',
    rollback: 'Point the servers back.',
  },
  cognito: {
    how: 'A user pool cannot be moved, and passwords cannot be exported. A Lambda trigger (migrate user) takes each person over when they sign in; who never does gets a new password by mail.',
    downtime: 'None, but everybody signs in again once, and the address of the sign-in changes.',
    steps: [
      'Make the new pool with the same attributes and clients. Identities of people (`sub`) are new: carry a mapping for what is stored under them.',
      'Set the trigger that asks the old pool, and run both for some weeks.',
      'Import who is left as users with a password to be set.',
    ],
    check: 'People sign in, see their data, and reset a password.',
    rollback: 'Point the application back to the old pool; whoever changed a password meanwhile resets it.',
  },
  secrets: {
    how: 'Made anew in the new account, not copied: a move is the time to rotate them. What cannot be rotated yet is read once and written once.',
    downtime: 'None.',
    steps: [
      'List them, and who reads each. Make those of your own (database passwords, signing keys) anew.',
      'Keys of others (payment, mail): make a second one there, use it in the new account, revoke the first one at the end.',
    ],
    check: 'Every server starts in the new account without a value from the old one.',
    rollback: 'The old ones stay valid until the end.',
  },
  names: {
    postgresql: 'RDS for PostgreSQL',
    mysql: 'RDS for MySQL',
    mariadb: 'RDS for MariaDB',
    sqlserver: 'RDS for SQL Server',
    oracle: 'RDS for Oracle',
    'aurora-postgresql': 'Aurora PostgreSQL',
    'aurora-mysql': 'Aurora MySQL',
    documentdb: 'DocumentDB',
    dynamodb: 'DynamoDB',
    s3: 'S3',
    efs: 'EFS',
    redis: 'ElastiCache',
    opensearch: 'OpenSearch Service',
    cognito: 'Cognito',
    secrets: 'Secrets Manager',
  },
}
