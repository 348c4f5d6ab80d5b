import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { configSchema } from '../../src/config/definition.ts'
import { type Merged, merge } from '../../src/config/merge.ts'
import { readConfig } from '../../src/config/read.ts'
import type { Outcome } from '../../src/model.ts'
import { propose } from '../../src/propose.ts'
import { sampleContext } from '../sample-app.ts'
import { treeOfFolder } from '../tree-of.ts'

const page = readFileSync('docs/configuration.md', 'utf8')
const published: object = JSON.parse(readFileSync('schema/cicd.schema.json', 'utf8'))
const validate = new Ajv({ strict: false }).compile(published)

/** Every example of the page, under its heading. */
const examples = page.split(/^#{2,3} /mu).flatMap((section) =>
  [...section.matchAll(/```yaml\n([\s\S]*?)```/gu)].map(([, text = '']) => ({
    heading: section.split('\n')[0] ?? '',
    text,
  })),
)

function mergedFrom(text: string): Merged {
  const level = text.startsWith('# organisation') ? 'organisation' : 'repository'
  const { said, faults } = readConfig(text, level)
  expect(faults).toEqual([])
  return level === 'organisation' ? merge(said, null) : merge(null, said)
}

/** What is proposed for a fixture with this configuration: every file and the pull request as one text. */
function proposed(fixture: string, { config }: Merged): string {
  const outcome: Outcome = propose(treeOfFolder(`test/repos/${fixture}`), sampleContext({ config }))
  if (outcome.kind !== 'proposal') throw new Error(`${fixture}: ${outcome.kind}`)
  const files = outcome.files.map(({ path, content }) => `${path}\n${content}`)
  return [...files, outcome.pullRequest.body].join('\n')
}

it('the schema is the one of the definition that reads the file', () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(configSchema())))
})

it.each(examples)('the example of "$heading" is right for reader and schema', ({ text }) => {
  mergedFrom(text)
  expect([validate(parse(text)), validate.errors]).toEqual([true, null])
})

it('names every key of the schema, and no other, in its table', () => {
  const keys = [...page.matchAll(/^\| `([\w[\].]+)` \|/gmu)].map(([, key]) => key)
  expect(keys.toSorted()).toEqual(leaves(published, '').toSorted())
})

describe('what the file says, the schema says too', () => {
  it.each([
    'version: 2',
    'regoin: x',
    'lang: de',
    'apps: []',
    'apps:\n  - target: ecr',
    'apps:\n  - path: .\n    target: x',
    'environments: some',
    'environments:\n  - name: a\n    approval: maybe',
    'environments:\n  - name: a\n    aws: { role: admin }',
    'commanders:\n  ids: [octocat]',
    'commanders:\n  role: owner',
    'lock: [name]',
    'upgrade: weekly',
    'upgrade:\n  schedule: daily',
  ])('%j is wrong for both', (text) => {
    expect(readConfig(text, 'organisation').faults).not.toEqual([])
    expect(validate(parse(text))).toBe(false)
  })
})

describe('each wish comes true', () => {
  const wishes: Readonly<Record<string, (merged: Merged) => void>> = {
    'Everything in one region': (merged) => {
      expect(proposed('express', { ...merged, config: { ...merged.config, ...onEcr } })).toContain('ap-northeast-1')
    },
    'Another delivery path for one app': (merged) => {
      expect(proposed('express', merged)).toContain('ecr:PutImage')
    },
    'Staging first, then production after an approval': (merged) => {
      const text = proposed('express', { ...merged, config: { ...merged.config, ...onEcr } })
      expect(text).toMatch(/deploy-staging:[\s\S]*deploy-production:[\s\S]*needs/u)
      expect(text).toMatch(/review/iu)
    },
    'An AWS account for each environment': (merged) => {
      const text = proposed('express', { ...merged, config: { ...merged.config, ...onEcr } })
      for (const one of ['111111111111', '012345678901', 'us-west-2', 'ap-northeast-1']) expect(text).toContain(one)
    },
    'A branch for each environment': (merged) => {
      const text = proposed('express', { ...merged, config: { ...merged.config, ...onEcr } })
      expect(text).toContain("github.ref == 'refs/heads/develop'")
    },
    'A private repository on the Free plan': (merged) => {
      expect(proposed('sam-python', merged)).toContain('AWS_ROLE_ARN_PRODUCTION')
    },
    'Another CI system': ({ config }) => {
      expect(config.apps).toEqual([{ path: '.', target: null, ci: 'gitlab' }])
    },
    'Pull requests and replies in Japanese': ({ config }) => {
      expect(config.lang).toBe('ja')
    },
    'Only some people may give commands': ({ commanders }) => {
      expect(commanders).toEqual({ role: 'maintain', ids: [583231, 9919] })
    },
    'The same for all repositories of an organisation': ({ config, commanders }) => {
      expect([config.region, config.lang, commanders?.role]).toEqual(['ap-northeast-1', 'ja', 'maintain'])
    },
    'Organisation and repository': ({ roles }) => {
      expect(roles).toMatchObject([{ environment: 'production', account: '012345678901' }])
    },
  }
  const onEcr = { apps: [{ path: '.', target: 'ecr', ci: null }] } as const

  it.each(Object.entries(wishes))('%s', (heading, holds) => {
    const example = examples.find((one) => one.heading === heading)
    holds(mergedFrom(example?.text ?? 'missing'))
  })

  it('there are ten, and all are tried', () => {
    const [, section = ''] = page.split('## Ten common wishes\n')
    const [own = ''] = section.split(/^## /mu)
    const headings = [...own.matchAll(/^### (.*)$/gmu)].map(([, heading]) => heading)
    expect(headings).toHaveLength(10)
    expect(headings.filter((heading) => wishes[heading ?? ''] === undefined)).toEqual([])
  })
})

/** `environments[].name`: the paths of all values in a schema. */
function leaves(schema: unknown, path: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  if ('anyOf' in schema && Array.isArray(schema.anyOf)) {
    const inner = schema.anyOf.flatMap((one) => leaves(one, path)).filter((one) => one !== path)
    return [path, ...inner]
  }
  if ('properties' in schema && typeof schema.properties === 'object' && schema.properties !== null) {
    const dot = path === '' ? '' : `${path}.`
    return Object.entries(schema.properties).flatMap(([key, value]) => leaves(value, `${dot}${key}`))
  }
  const items = 'items' in schema ? schema.items : null
  const mapping = typeof items === 'object' && items !== null && 'properties' in items
  return mapping ? leaves(items, `${path}[]`) : [path]
}
