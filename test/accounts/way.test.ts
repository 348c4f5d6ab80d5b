import { describe, expect, it } from 'vitest'
import { rangesOf } from '../../src/accounts/network.ts'
import { textsIn } from '../../src/text.ts'
import { landscapeFor } from './wish-of.ts'

const inTwo = 'environments: staging, production\n'

/** `L1 shop-auth privatelink`, for each link. */
function ways(form: string): readonly string[] {
  return landscapeFor(inTwo + form).links.map(({ one, other, way }) => `${one}-${other} ${way}`)
}

describe('the way of a link', () => {
  it('is PrivateLink where connections are opened from one side only', () => {
    expect(ways('products: shop, auth\nshop -> auth 443')).toEqual(['shop-auth privatelink'])
    expect(ways('products: shop, auth\nshop <- auth 443')).toEqual(['shop-auth privatelink'])
  })

  it('is VPC peering both ways, between few', () => {
    expect(ways('products: shop, auth\nshop <-> auth')).toEqual(['shop-auth peering'])
    expect(ways('products: shop, auth, crm\nshop <-> auth\nauth <-> crm')).toEqual([
      'shop-auth peering',
      'auth-crm peering',
    ])
  })

  it('is both ways too where each direction is named by itself', () => {
    expect(ways('products: shop, auth\nshop -> auth 443\nauth -> shop 8080')).toEqual(['shop-auth peering'])
  })

  it('is Transit Gateway both ways, between many that hang together', () => {
    expect(ways('products: shop, auth, crm\nshop <-> auth\nauth <-> crm\nshop <-> crm')).toEqual([
      'shop-auth transit-gateway',
      'shop-crm transit-gateway',
      'auth-crm transit-gateway',
    ])
  })

  it('stays peering where many pairs hang together in no way', () => {
    const form = 'products: a, b, c, d, e, f\na <-> b\nc <-> d\ne <-> f'
    expect(ways(form)).toEqual(['a-b peering', 'c-d peering', 'e-f peering'])
  })

  it('is PrivateLink where ranges overlap, whatever the direction', () => {
    const networks = 'networks:\n- shop 10.0.0.0/16\n- auth 10.0.128.0/20'
    expect(ways(`products: shop, auth\nshop <-> auth\n${networks}`)).toEqual(['shop-auth privatelink'])
  })

  it('is the same in every environment: an overlap in one of them counts for all', () => {
    const networks = 'networks:\n- shop 10.0.0.0/16\n- auth production 10.0.0.0/16'
    expect(ways(`products: shop, auth\nshop <-> auth\n${networks}`)).toEqual(['shop-auth privatelink'])
    expect(ways(`products: shop, auth\nshop <-> auth in staging\n${networks}`)).toEqual(['shop-auth peering'])
  })

  it('is PrivateLink for the later of two that would stand in the same route tables with one range', () => {
    const networks = 'networks:\n- shop 10.0.0.0/16\n- old 10.0.0.0/16'
    expect(ways(`products: shop, hub, old\nshop <-> hub\nhub <-> old\n${networks}`)).toEqual([
      'shop-hub peering',
      'hub-old privatelink',
    ])
  })

  it('is nothing at all within one account', () => {
    expect(ways('products: shop, auth\nsplit: environment\nshop <-> auth')).toEqual(['shop-auth same-account'])
    const { network, vpcs } = landscapeFor(`${inTwo}products: shop, auth\nsplit: environment\nshop <-> auth`)
    expect([network, vpcs]).toEqual([{ peerings: [], hubs: [], offers: [] }, []])
  })

  it('says why, and why not the others, in both languages', () => {
    const form = `${inTwo}products: shop, auth, crm\nshop <-> auth\nshop -> crm`
    for (const lang of ['en', 'ja'] as const)
      for (const { because, rejected } of landscapeFor(form).links) {
        expect(because(textsIn(lang))).toMatch(/.{20}/u)
        expect(rejected.map((one) => one.because(textsIn(lang))).join('')).toMatch(/.{30}/u)
      }
  })
})

describe('the order', () => {
  it('puts production last, wherever it is named', () => {
    expect(landscapeFor('environments: production, dev, staging\nproducts: a').environments).toEqual([
      'dev',
      'staging',
      'production',
    ])
  })

  it('puts those first that others need', () => {
    expect(landscapeFor(`${inTwo}products: web, api, auth\nweb -> api\napi -> auth`).products).toEqual([
      'auth',
      'api',
      'web',
    ])
  })
})

describe('the network', () => {
  it('gives ranges that overlap with none that is given', () => {
    const { vpcs } = landscapeFor(
      `${inTwo}products: a, b\na <-> b\nnetworks:\n- a 10.16.0.0/15\n- existing 10.18.0.0/16`.replace(
        '10.16.0.0/15',
        '10.16.0.0/16',
      ),
    )
    expect(vpcs.map(({ key, cidr }) => `${key} ${cidr}`)).toEqual([
      'a-staging 10.16.0.0/16',
      'b-staging 10.17.0.0/16',
      'a-production 10.16.0.0/16',
      'b-production 10.19.0.0/16',
    ])
  })

  it('lets in consumers of one range by one rule for each port', () => {
    const form = `${inTwo}products: a, b, c\na -> c 443\nb -> c 443, 8443\nnetworks:\n- a 10.0.0.0/16\n- b 10.0.0.0/16`
    const [offer] = landscapeFor(form).network.offers
    expect(offer && rangesOf(offer)).toEqual([
      { cidr: '10.0.0.0/16', ports: [443, 8443], whose: 'a-staging, b-staging' },
    ])
  })

  it('reaches the old stores by a temporary peering, where that can be', () => {
    const stores = 'existing: 123456789012\nnetworks: existing 172.31.0.0/16\nstores: orders postgresql in a'
    const { network } = landscapeFor(`${inTwo}products: a, b\n${stores}`)
    expect(network.peerings).toMatchObject([
      { requester: { key: 'a-production' }, accepter: { key: 'existing' }, portsOfAccepter: [5432], temporary: true },
    ])
  })

  it('does not where the old range overlaps with one on the same routes', () => {
    const rest =
      'existing: 123456789012\nstores: orders postgresql in a\na <-> b\nnetworks:\n- existing 10.0.0.0/16\n- b 10.0.0.0/16'
    expect(landscapeFor(`${inTwo}products: a, b\n${rest}`).network.peerings.filter((one) => one.temporary)).toEqual([])
  })
})
