import fc from 'fast-check'
import { expect, it } from 'vitest'
import { proposeAccounts } from '../../src/accounts.ts'
import { readForm } from '../../src/config/accounts/form.ts'
import { textsIn } from '../../src/text.ts'
import { sampleContext } from '../sample-app.ts'
import { treeOf, treeOfFolder } from '../tree-of.ts'

const nothing = { form: null, format: null }

function formFor(tree: Parameters<typeof proposeAccounts>[0], parts: Parameters<typeof sampleContext>[0]): string {
  const outcome = proposeAccounts(tree, sampleContext(parts), nothing)
  if (outcome.kind !== 'ask' || outcome.question.form === undefined) throw new Error(outcome.kind)
  return outcome.question.form
}

it('the form knows stores, environments, account and region', () => {
  const environments = [
    { name: 'Staging', account: '123456789012', region: null, branch: null, approval: false },
    { name: 'production', account: '123456789012', region: null, branch: null, approval: true },
  ]
  const form = formFor(treeOfFolder('test/repos/express'), { config: { region: 'ap-northeast-1', environments } })
  expect(form).toContain('environments: [staging, production]')
  expect(form).toContain('- shop-postgresql postgresql in shop')
  expect(form).toContain("existing: '123456789012'")
  expect(form).toContain('  region: ap-northeast-1')
})

it('whatever a repository and its environments are called, the form is right as it is, in both languages', () => {
  const name = fc.oneof(fc.constantFrom('network', 'in', '..', '日本語', 'My.App', '-x-'), fc.string({ maxLength: 30 }))
  fc.assert(
    fc.property(name, fc.array(name, { maxLength: 3 }), fc.constantFrom('en', 'ja'), (repository, names, lang) => {
      const environments = names.map((one) => ({
        name: one,
        account: null,
        region: null,
        branch: null,
        approval: false,
      }))
      const form = formFor(treeOf({}), {
        repository: { name: repository },
        config: { environments },
        request: { lang },
      })
      const read = readForm(`\`\`\`yaml\n${form}\n\`\`\``, textsIn('en'))
      expect(read).toMatchObject({ ok: true })
    }),
    { numRuns: 200 },
  )
})
