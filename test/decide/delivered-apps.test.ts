import { describe, expect, it } from 'vitest'
import { deliveredApps } from '../../src/decide/delivered-apps.ts'
import { provisions } from '../../src/decide/provisions.ts'
import { sampleContext } from '../sample-app.ts'
import { treeOfFolder } from '../tree-of.ts'

const stage = { account: null, region: null, approval: false }
const two = {
  environments: [
    { ...stage, name: 'staging', branch: 'develop' },
    { ...stage, name: 'production', branch: null },
  ],
}
const folder = (name: string) => treeOfFolder(`test/repos/${name}`)

describe('where apps are to be looked for', () => {
  it('is the same as what connect makes', () => {
    const amplify = deliveredApps(folder('vite-react'), sampleContext({}))
    const resources = provisions(folder('vite-react'), sampleContext({})).flatMap((one) => one.resources)
    const made = resources.find(({ kind }) => kind === 'amplify-app')
    expect(amplify).toMatchObject([
      {
        target: 'amplify',
        host: { kind: 'amplify', name: made && 'name' in made && made.name, root: '.', branch: 'main' },
        workflow: null,
      },
    ])
    const context = sampleContext({ request: { target: 'apprunner' } })
    const stack = provisions(folder('express'), context)
      .flatMap((one) => one.resources)
      .find((one) => one.kind === 'stack')
    expect(deliveredApps(folder('express'), context)).toMatchObject([
      { host: { kind: 'apprunner', stack: stack?.name, source: stack?.serves }, workflow: null },
    ])
  })

  it('is once for each environment, with the workflow and the job that deploy there', () => {
    const apps = deliveredApps(folder('go'), sampleContext({ config: two }))
    expect(apps.map(({ destination, host, workflow }) => ({ slug: destination.slug, host, workflow }))).toEqual(
      ['staging', 'production'].map((slug) => ({
        slug,
        host: {
          ...{ kind: 'express', cluster: 'default', service: `cicd-shop-${slug}-shop`, images: 'shop/shop' },
          logGroup: `/ecs/cicd-shop-${slug}/shop`,
        },
        workflow: { path: '.github/workflows/deploy-shop.yml', job: `Deploy to ${slug}` },
      })),
    )
  })

  it('is once for each app: what AWS builds by itself has no workflow', () => {
    const apps = deliveredApps(folder('monorepo-turbo-pnpm'), sampleContext({}))
    expect(apps.map(({ app, workflow }) => [app.root, workflow?.path ?? null])).toEqual([
      ['apps/api', '.github/workflows/deploy-api.yml'],
      ['apps/web', null],
    ])
  })
})
