import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { lint } from '../../src/render/lint.ts'
import { type Golden, goldens, goldensOf } from './goldens.ts'
import { schemaFaults } from './schemas.ts'
import { actionlint, bashSyntax, cfnLint, gitlabCi, present, shellcheck } from './tools.ts'

const workflows = goldensOf(/^\.github\/workflows\//)
const templates = goldensOf(/^infra\/.*\.ya?ml$|(^|\/)template\.ya?ml$/).filter(({ content }) =>
  /^Resources:/m.test(content),
)
const scripts = goldensOf(/\.sh$/)
const file = ({ at }: Golden) => fileURLToPath(new URL(`../expected/${at}`, import.meta.url))

describe('every golden file', () => {
  it('is found at all', () => {
    expect(workflows.length).toBeGreaterThan(15)
    expect(templates.length).toBeGreaterThan(5)
    expect(goldensOf(/^amplify\.yml$/).length).toBeGreaterThan(10)
    expect(scripts.length).toBeGreaterThan(3)
    for (const name of [/^\.gitlab-ci\.yml$/, /^bitbucket-pipelines\.yml$/, /^Jenkinsfile$/, /buildspec-[^/]*\.yml$/])
      expect(goldensOf(name).length).toBeGreaterThan(2)
  })

  it('keeps our own rules', () => {
    const once = [...new Map(goldens.map((golden) => [`${golden.path} ${golden.content}`, golden])).values()]
    expect(lint(once).map(({ path, rule, says }) => `${path} ${rule}: ${says}`)).toEqual([])
  }, 120_000)

  it('passes actionlint, if it is a workflow', async () => {
    const found: string[] = []
    for (const { at, content } of workflows) found.push(...(await actionlint(content)).map((line) => `${at}:${line}`))
    expect(found).toEqual([])
  }, 60_000)

  it.each([
    ['amplify', /^amplify\.yml$/],
    ['apprunner', /^apprunner\.yaml$/],
    ['buildspec', /(^|\/)buildspec[^/]*\.ya?ml$/],
  ] as const)('fits the schema of %s', (kind, pattern) => {
    expect(
      goldensOf(pattern).flatMap(({ at, content }) => schemaFaults(kind, content).map((fault) => `${at}${fault}`)),
    ).toEqual([])
  })

  it('is a script that bash can read', () => {
    const once = new Map(scripts.map(({ at, content }) => [content, at]))
    expect([...once].flatMap(([content, at]) => (bashSyntax(content) === '' ? [] : [at]))).toEqual([])
  })

  it.runIf(present('shellcheck'))(
    'is a script that shellcheck has nothing to say of, where that is installed',
    () => {
      const whole = scripts.filter(({ content }) => content.startsWith('#!'))
      const once = new Map(whole.map(({ at, content }) => [content, at]))
      expect([...once].flatMap(([content, at]) => (shellcheck(content) === '' ? [] : [at]))).toEqual([])
    },
    60_000,
  )

  it('fits the schema of GitLab, if it is a file of GitLab CI', () => {
    const found = goldensOf(/^\.gitlab-ci\.yml$/).flatMap(({ at, content }) => {
      const says = gitlabCi(content)
      return says === '' ? [] : [`${at}: ${says}`]
    })
    expect(found).toEqual([])
  }, 60_000)

  it.runIf(present('cfn-lint'))(
    'passes cfn-lint where that is installed, if it is a template',
    () => {
      const plain = templates.filter(({ content }) => !content.includes('AWS::Serverless::WebFunction'))
      const fresh = templates.filter(({ content }) => content.includes('AWS::Serverless::WebFunction'))
      expect(cfnLint(plain.map(file))).toBe('')
      if (fresh.length > 0) expect(cfnLint(fresh.map(file), ['E3006'])).toBe('')
    },
    120_000,
  )
})
