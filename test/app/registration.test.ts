import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { withSettings } from '../../src/app/registration/env-text.ts'
import { registrationSteps } from '../../src/app/registration/steps.ts'
import { readWish } from '../../src/app/registration/wish.ts'
import { readSettings } from '../../src/settings.ts'

const wish = (query: string, known: string | null = null) => readWish(new URLSearchParams(query), known)
const visit = (path: string) => ({
  url: new URL(path, 'http://localhost'),
  base: 'http://localhost',
  lang: 'en' as const,
})
const appYml = 'default_permissions:\n  contents: write\n'

describe('what a person enters', () => {
  it('is an address, an owner and a name; without others who may install it', () => {
    expect(wish('address=https://ci.example.com/slipway/&organization=acme')).toEqual({
      wish: {
        ...{ name: 'slipway', organization: 'acme', address: 'https://ci.example.com/slipway', channel: null },
        others: false,
      },
      wrong: null,
    })
  })

  it.each([
    'ftp://x',
    'ci.example.com',
    'https://a:b@c',
    'https://a?b=c',
    'javascript:alert(1)',
  ])('is refused where the address is %s', (address) =>
    expect(wish(`address=${encodeURIComponent(address)}`).wrong).not.toBeNull())

  it.each(['../x', 'a/b', '-a', 'a'.repeat(40)])('is refused where the organisation is %s', (organization) =>
    expect(wish(`organization=${encodeURIComponent(organization)}`).wrong).not.toBeNull())

  it('is not asked again for a channel that the settings have', () => {
    expect(wish('', 'https://smee.io/abc').wish.channel).toBe('https://smee.io/abc')
    expect(wish('address=https://ci.example.com', 'https://smee.io/abc').wish.channel).toBeNull()
  })
})

describe('without a public address', () => {
  const steps = (open: () => Promise<string>) =>
    registrationSteps(readSettings({}), appYml, async () => undefined, open)

  it('a channel is made when somebody asks for it, and deliveries go there', async () => {
    const { ask, channel } = steps(async () => 'https://smee.io/abc')
    const reply = await channel(visit('/channel?address=&organization=acme'))
    if (reply.status !== 303) throw new Error(reply.page)
    expect(reply.location).toBe('/?organization=acme&channel=https%3A%2F%2Fsmee.io%2Fabc')
    expect(ask(visit(reply.location))).toMatchObject({
      page: expect.stringContaining('Deliveries will go to https://smee.io/abc'),
    })
  })

  it('it is told where none could be made', async () => {
    const { channel } = steps(async () => {
      throw new Error('HTTP 503')
    })
    expect(await channel(visit('/channel'))).toMatchObject({ status: 400, page: expect.stringContaining('HTTP 503') })
  })
})

describe('the file of settings', () => {
  it('keeps its lines, in the place where they were', () => {
    const text = '# mine\nAPP_ID=\nPORT=8080\nPRIVATE_KEY="-----BEGIN\nKEY-----"\nLOG_LEVEL=debug'
    const next = withSettings(text, { APP_ID: '7', PRIVATE_KEY: 'a$&b', WEBHOOK_SECRET: 's' })
    expect(next).toBe('# mine\nAPP_ID=7\nPORT=8080\nPRIVATE_KEY=a$&b\nLOG_LEVEL=debug\nWEBHOOK_SECRET=s\n')
    expect(parseEnv(next)).toEqual({
      APP_ID: '7',
      PORT: '8080',
      PRIVATE_KEY: 'a$&b',
      LOG_LEVEL: 'debug',
      WEBHOOK_SECRET: 's',
    })
  })

  it('leaves comments alone, and needs none to begin with', () => {
    expect(withSettings('# APP_ID=1\n', { APP_ID: '2' })).toBe('# APP_ID=1\nAPP_ID=2\n')
    expect(withSettings('', { APP_ID: '2' })).toBe('APP_ID=2\n')
  })
})
