import type { DeploymentStatus } from '../model.ts'

/** What most likely mends a deployment that failed. */
export type Fix =
  /** Nothing lets the pipeline into AWS yet: the bootstrap stack, or the variables that name its role. */
  | 'sign-in'
  /** The sign-in works, but the role may not do what is needed. */
  | 'rights'
  /** App Runner's connection to GitHub is not available. */
  | 'handshake'
  /** The lock file does not fit the manifest. */
  | 'lock-file'
  | 'missing-script'
  | 'runtime'
  | 'memory'
  | 'disk'
  /** It did not answer: wrong port, address or path, or it ended. */
  | 'health'
  | 'architecture'
  | 'module'
  | 'quota'
  | 'tests'

interface Rule {
  readonly fix: Fix
  readonly pattern: RegExp
}

/** The first that fits counts. Words of AWS, GitHub, package managers and runtimes. */
const rules: readonly Rule[] = [
  {
    fix: 'sign-in',
    pattern:
      /AssumeRoleWithWebIdentity|could not assume role|Sign in to AWS|No OpenIDConnect provider|could not load credentials|credentials could not be loaded|aws-region/iu,
  },
  { fix: 'handshake', pattern: /handshake|connection\b.{0,60}\b(?:pending|not available|invalid)/iu },
  {
    fix: 'lock-file',
    pattern:
      /npm ci.{0,40}(?:can only install|in sync)|EUSAGE|OUTDATED_LOCKFILE|frozen-lockfile|lock ?file.{0,60}(?:out of date|needs to be updated|would have been|not up to date|in sync)|from lock file|poetry\.lock.{0,60}(?:changed|not up to date)|no such file.{0,40}lock/iu,
  },
  { fix: 'missing-script', pattern: /missing script|script not found|command "[^"]+" not found|has no script/iu },
  {
    fix: 'runtime',
    pattern: /unsupported engine|EBADENGINE|engine "node" is incompatible|requires node|unsupported runtime/iu,
  },
  { fix: 'architecture', pattern: /exec format error|does not match the (?:specified|host) platform|invalid ELF/iu },
  {
    fix: 'memory',
    pattern: /heap out of memory|out ?of ?memory|OOMKill|exit (?:code|status):? 137|cannot allocate memory/iu,
  },
  { fix: 'disk', pattern: /ENOSPC|no space left on device/iu },
  {
    fix: 'quota',
    pattern: /(?:quota|limit)\b.{0,40}\b(?:exceeded|reached)|LimitExceeded|exceeds? the (?:quota|limit)/iu,
  },
  { fix: 'rights', pattern: /AccessDenied|not authorized to perform|is not allowed to/iu },
  {
    fix: 'module',
    pattern: /cannot find (?:module|package)|ModuleNotFoundError|No module named|ERR_MODULE_NOT_FOUND/iu,
  },
  {
    fix: 'health',
    pattern:
      /health ?check|unhealthy|failed to (?:stabilize|start)|did not answer|circuit breaker|connection refused|Deploy and ask for an answer/iu,
  },
  { fix: 'tests', pattern: /(?:^|: )(?:Run )?(?:Test|Lint)s?\b|\btests? failed/iu },
]

/** What a failure most likely needs, by the words in which it is told; null where they say nothing known. Pure. */
export function likelyFix({ cause }: Pick<DeploymentStatus, 'cause'>): Fix | null {
  const text = (cause ?? []).join('\n')
  return rules.find(({ pattern }) => pattern.test(text))?.fix ?? null
}
