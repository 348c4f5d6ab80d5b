/** Actions that were taken over: before `fixed`, tags ran what an attacker had put there. */
export const takenOver: readonly {
  readonly action: string
  readonly fixed: readonly number[]
  readonly advisory: string
  readonly on: string
  readonly source: string
}[] = [
  {
    action: 'tj-actions/changed-files',
    fixed: [46, 0, 1],
    advisory: 'CVE-2025-30066',
    on: '2025-03-14',
    source: 'https://github.com/advisories/GHSA-mrrh-fwg8-r2c3',
  },
  {
    action: 'aquasecurity/trivy-action',
    fixed: [0, 35, 0],
    advisory: 'CVE-2026-33634',
    on: '2026-03-19',
    source: 'https://github.com/advisories/GHSA-69fq-xp46-6x23',
  },
  {
    action: 'aquasecurity/setup-trivy',
    fixed: [0, 2, 6],
    advisory: 'CVE-2026-33634',
    on: '2026-03-19',
    source: 'https://github.com/advisories/GHSA-69fq-xp46-6x23',
  },
]

const artifacts = 'https://github.blog/changelog/2024-04-16-deprecation-notice-v3-of-the-artifact-actions/'
const caches =
  'https://github.blog/changelog/2024-12-05-notice-of-upcoming-releases-and-breaking-changes-for-github-actions/'

/** Actions that github.com refuses to run: a workflow with one of them fails. Enterprise Server has its own service behind them. */
export const refused: readonly {
  readonly action: string
  /** The first version that runs, of each line that is refused in part. */
  readonly before: readonly (readonly number[])[]
  readonly on: string
  readonly source: string
}[] = [
  { action: 'actions/upload-artifact', before: [[4]], on: '2025-01-30', source: artifacts },
  { action: 'actions/download-artifact', before: [[4]], on: '2025-01-30', source: artifacts },
  // Its versions 1 and 2 call version 3 of upload-artifact.
  { action: 'actions/upload-pages-artifact', before: [[3]], on: '2025-01-30', source: artifacts },
  { action: 'actions/cache', before: [[3], [3, 4, 0], [4, 2, 0]], on: '2025-03-01', source: caches },
]

/** Actions that nobody keeps up any more, with what stands in for them. */
export const left: readonly {
  readonly action: RegExp
  readonly instead: string
  /** Since when, or when that was read. */
  readonly on: string
  readonly source: string
}[] = [
  {
    action: /^actions-rs\//,
    instead: 'dtolnay/rust-toolchain',
    on: '2023-10-13',
    source: 'https://github.com/actions-rs/toolchain',
  },
  {
    action: /^awslabs\/amazon-app-runner-deploy$/,
    instead: 'aws-actions/amazon-ecs-deploy-express-service',
    on: '2026-11-01',
    source: 'https://github.com/awslabs/amazon-app-runner-deploy',
  },
]
