import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { making } from '../../src/render/aws-policy/making.ts'
import { reading } from '../../src/render/aws-policy/reading.ts'
import { policyPath, policyTemplate } from '../../src/render/aws-policy.ts'
import { iamFaults } from '../../src/render/lint/iam.ts'
import { cfnLint, present } from '../lint/tools.ts'

describe.each(['read', 'connect'] as const)('the policy to %s', (access) => {
  it('is the file that lies in infra', async () => {
    await expect(policyTemplate(access)).toMatchFileSnapshot(`../../${policyPath(access)}`)
  })

  it('keeps the rules that every generated policy keeps, and fits into one inline policy', () => {
    const content = policyTemplate(access)
    expect(iamFaults({ path: 'x.yaml', content })).toEqual([])
    const { Policies } = parse(content).Resources.Role.Properties
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html (2026-11): 10,240 characters over all inline policies of a role
    expect(JSON.stringify(Policies[0].PolicyDocument).length).toBeLessThan(10_240)
  })

  it('says of each statement on everything why it is', () => {
    const lines = policyTemplate(access).split('\n')
    const wide = lines.flatMap((line, at) => (/^ +Resource: '\*'$/u.test(line) ? at : []))
    expect(wide.length).toBeGreaterThan(0)
    for (const at of wide) {
      const begins = lines.slice(0, at).findLastIndex((line) => /^ +- Sid: /u.test(line))
      expect(lines[begins - 1]).toMatch(/^ +# \w/u)
    }
  })

  it.runIf(present('cfn-lint'))(
    'passes cfn-lint where that is installed',
    () => {
      expect(cfnLint([policyPath(access)])).toBe('')
    },
    60_000,
  )

  it('takes nobody without an external id', () => {
    const [statement] = parse(policyTemplate(access)).Resources.Role.Properties.AssumeRolePolicyDocument.Statement
    expect(statement.Condition).toEqual({ StringLike: { 'sts:ExternalId': { Ref: 'ExternalIds' } } })
  })
})

describe('what the two hold', () => {
  it('reading changes nothing and sees no secret', () => {
    const actions = reading.flatMap(({ Action }) => Action)
    expect(actions.filter((action) => !/:(?:Describe|Filter|Get|List)/u.test(action))).toEqual([])
    expect(actions).not.toContain('secretsmanager:GetSecretValue')
  })

  it('only looking is allowed on everything, and what ECS can bind to nothing', () => {
    const wide = (all: typeof making) =>
      all.filter(({ Resource }) => JSON.stringify(Resource) === '"*"').flatMap(({ Action }) => Action)
    expect(wide(making)).toEqual(['ecs:RegisterTaskDefinition'])
    expect(wide(reading).filter((action) => !/:(?:Describe|List)|GetCallerIdentity/u.test(action))).toEqual([])
    // What AWS binds to a resource is bound to those of the account.
    expect(wide(reading)).not.toContain('secretsmanager:DescribeSecret')
  })
})
