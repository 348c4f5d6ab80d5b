import { expect, it } from 'vitest'
import { proposeAccounts } from '../../src/accounts.ts'
import { accountsLockPath, blobId } from '../../src/render/lock.ts'
import { sampleContext } from '../sample-app.ts'
import { treeOf } from '../tree-of.ts'
import { startup, wishOf } from './wish-of.ts'

const given = { form: { wish: wishOf(startup), where: 'issue' }, format: null } as const
const workflow = '.github/workflows/ci.yml'
const old = 'infra/accounts/shop-dev/peering-to-auth-dev.yaml'

it('what an earlier plan generated goes where nothing needs it any more; a lock speaks for its own folder only', () => {
  const lock = {
    version: 1,
    template: '0.1.0',
    apps: {},
    files: { [workflow]: blobId('name: CI\n'), [old]: blobId('a: 1\n') },
  }
  const tree = treeOf({ [workflow]: 'name: CI\n', [old]: 'a: 1\n', [accountsLockPath]: JSON.stringify(lock) })
  const outcome = proposeAccounts(tree, sampleContext(), given)
  if (outcome.kind !== 'proposal') throw new Error(outcome.kind)
  expect(outcome.files.filter(({ action }) => action === 'delete').map(({ path }) => path)).toEqual([old])
})

it('a file of somebody else in the folder stays, and is named', () => {
  const tree = treeOf({ 'infra/accounts/PLAN.md': 'our own plan\n' })
  const outcome = proposeAccounts(tree, sampleContext(), given)
  if (outcome.kind !== 'proposal') throw new Error(outcome.kind)
  expect(outcome.files.map(({ path }) => path)).not.toContain('infra/accounts/PLAN.md')
  expect(outcome.notes.join('\n')).toContain('infra/accounts/PLAN.md was left alone')
})
