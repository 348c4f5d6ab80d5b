/** What is likely wrong, told from the words of AWS and GitHub about a deployment that failed. */
export type FixId =
  | 'signIn'
  | 'noRole'
  | 'rolledBackStack'
  | 'crash'
  | 'health'
  | 'architecture'
  | 'image'
  | 'network'
  | 'parameter'
  | 'passRole'
  | 'memory'
  | 'lockfile'
  | 'module'
  | 'output'
  | 'vpc'
  | 'quota'
  | 'exists'
  | 'throttled'
  | 'appRunnerClosed'
  | 'denied'
  | 'timeout'
  | 'build'

/** In this order: the first that fits says most. The words are those of AWS, GitHub and npm as their answers have them (2026-11). */
const signs: readonly (readonly [FixId, RegExp])[] = [
  ['signIn', /AssumeRoleWithWebIdentity|No OpenIDConnect provider|InvalidIdentityToken/iu],
  [
    'noRole',
    /Credentials could not be loaded|Could not load credentials|Input required and not supplied: aws-region/iu,
  ],
  ['rolledBackStack', /is in ROLLBACK_COMPLETE state|is in ROLLBACK_FAILED state/u],
  ['architecture', /exec format error|does not contain descriptor matching platform/iu],
  ['network', /registry auth.*(?:dial tcp|i\/o timeout|RequestError)|dial tcp.*i\/o timeout/isu],
  ['parameter', /unable to (?:retrieve|pull) secrets?|ParameterNotFound|invalid ssm parameters/iu],
  ['image', /CannotPullContainer|ImageNotFound|There is no image of the commit|manifest unknown/iu],
  ['memory', /OutOfMemory|out of memory|heap limit|exit code:? 137|signal: killed/iu],
  ['module', /Cannot find module|ModuleNotFoundError|No module named|Module not found/iu],
  ['crash', /Essential container in task exited/iu],
  [
    'health',
    /health ?check|unhealthy|did not respond|does not answer|failed to reach a steady state|circuit breaker/iu,
  ],
  [
    'lockfile',
    /npm ci.*(?:can only install|in sync)|frozen-lockfile|lock ?file.*(?:out of date|outdated|not found|needs to be updated)|EUSAGE/iu,
  ],
  ['output', /artifacts? (?:directory|folder).*(?:not|doesn|does not)|baseDirectory|no artifacts/iu],
  ['passRole', /iam:PassRole/u],
  ['vpc', /default VPC|subnet|No default/iu],
  ['quota', /LimitExceeded|quota|maximum number of/iu],
  ['appRunnerClosed', /SubscriptionRequired|no longer (?:open|available|accepting) to? ?new customers/iu],
  ['exists', /already exists|AlreadyExists/iu],
  ['throttled', /Throttl|Rate exceeded|TooManyRequests/iu],
  ['denied', /AccessDenied|not authorized to perform|UnauthorizedOperation/iu],
  ['timeout', /timed[ _-]?out|timeout/iu],
  ['build', /build|exit (?:code|status)|npm ERR|Command failed/iu],
]

/** Words beyond this are not looked at. */
const longest = 5000

/** What is likely wrong; null: it cannot be told. */
export function likelyFix(cause: readonly string[]): FixId | null {
  const text = cause.join('\n').slice(0, longest)
  return signs.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}
