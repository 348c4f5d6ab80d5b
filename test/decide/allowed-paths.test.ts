import { describe, expect, it } from 'vitest'
import { isAllowedPath } from '../../src/decide/allowed-paths.ts'

describe('B44 generated files lie in a closed set of paths', () => {
  it.each([
    'amplify.yml',
    'customHttp.yml',
    'Dockerfile',
    '.dockerignore',
    'apps/api/Dockerfile',
    'apps/api/Dockerfile.dockerignore',
    'apps/api/apprunner.yaml',
    '.github/workflows/deploy-api.yml',
    '.github/cicd.lock.json',
    'infra/cicd/bootstrap.yaml',
    'buildspec-api.yml',
    'Jenkinsfile',
  ])('%s may be written', (path) => expect(isAllowedPath(path, ['.', 'apps/api'])).toBe(true))

  it.each([
    '/etc/passwd',
    '../amplify.yml',
    'infra/cicd/../../x',
    'infra/cicd//x',
    '.git/config',
    'infra/cicd/.git/hooks',
    '.github/CODEOWNERS',
    '.github/workflows/sub/x.yml',
    'package.json',
    'other/Dockerfile',
    'apps/api/src/index.js',
    '.npmrc',
    '',
  ])('%s may not', (path) => expect(isAllowedPath(path, ['.', 'apps/api'])).toBe(false))
})
