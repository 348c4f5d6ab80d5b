import { describe, expect, it } from 'vitest'
import { likelyFix } from '../../src/decide/likely-fix.ts'

describe('what is likely wrong', () => {
  it.each([
    ['signIn', 'Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity'],
    ['signIn', 'No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com'],
    ['noRole', 'Credentials could not be loaded, please check your action inputs: Could not load credentials'],
    ['noRole', 'Input required and not supplied: aws-region'],
    ['rolledBackStack', 'Stack:arn:aws:cloudformation:x is in ROLLBACK_COMPLETE state and can not be updated.'],
    ['architecture', 'exec /usr/local/bin/node: exec format error'],
    [
      'architecture',
      "CannotPullContainerError: image Manifest does not contain descriptor matching platform 'linux/amd64'",
    ],
    [
      'network',
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 3 time(s): RequestError: send request failed',
    ],
    [
      'parameter',
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: invalid ssm parameters: /cicd-shop/DATABASE_URL',
    ],
    ['image', 'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref'],
    ['memory', 'OutOfMemoryError: Container killed due to memory usage'],
    ['memory', 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory'],
    ['crash', 'Essential container in task exited: Main: exit code 1'],
    ['module', 'Essential container in task exited: Error: Cannot find module ./server'],
    ['health', '(service shop) (port 8080) is unhealthy in (target-group x) due to (reason Health checks failed)'],
    ['health', 'Service: Health check on port 8080 failed'],
    [
      'lockfile',
      'npm error `npm ci` can only install packages when your package.json and package-lock.json are in sync',
    ],
    ['lockfile', 'ERR_PNPM_OUTDATED_LOCKFILE Cannot install with "frozen-lockfile"'],
    ['module', 'ModuleNotFoundError: No module named flask'],
    ['output', "CustomerError: Artifact directory doesn't exist: dist"],
    ['passRole', 'User: x is not authorized to perform: iam:PassRole on resource: y'],
    ['vpc', '::error::This Region has no default VPC.'],
    ['quota', 'Resource handler returned message: "LimitExceededException"'],
    ['exists', 'site/site already exists'],
    ['throttled', 'Rate exceeded'],
    ['denied', 'User: x is not authorized to perform: ecr:PutImage'],
    ['timeout', 'The job running on runner x has exceeded the maximum execution time: timed_out'],
    ['build', 'BUILD: Build failed'],
  ] as const)('%s: %s', (id, words) => {
    expect(likelyFix([words])).toBe(id)
  })

  it('is what a task said, rather than that the deployment was given up', () => {
    const first = 'Service deployment rolled back because the circuit breaker threshold was exceeded.'
    expect(likelyFix([first, 'Essential container in task exited: Main: exit code 1'])).toBe('crash')
    expect(likelyFix([first])).toBe('health')
  })

  it('is not told where nothing points anywhere, and quickly for words of any length', () => {
    expect(likelyFix(['cancelled'])).toBeNull()
    expect(likelyFix([])).toBeNull()
    expect(likelyFix(['npm ci '.repeat(50_000), 'registry auth'.repeat(20_000)])).toBeNull()
  })
})
