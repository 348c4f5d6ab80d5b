import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wishText } from '../../src/accounts/wish-text.ts'
import { readForm } from '../../src/config/accounts/form.ts'
import { textsIn } from '../../src/text.ts'

const read = (text: string) => readForm(text, textsIn('en'))

/** `line:column message`, for each mistake. */
function faults(text: string): readonly string[] {
  const form = read(text)
  if (form === null || form.ok) throw new Error('no mistakes')
  return form.faults.map(({ line, column, message }) => `${line}:${column} ${message}`)
}

const wish = {
  ...{ format: null, region: null, email: null, existing: null, split: null, images: null },
  ...{ environments: ['dev', 'production'], products: ['shop', 'auth'], networks: [], stores: [] },
  links: [{ from: 'shop', to: 'auth', both: false, ports: [443], environments: null }],
}

describe('a form', () => {
  it.each([
    ['simple lines', 'Please.\n\nenvironments: dev, production\nproducts: shop, auth\nshop -> auth'],
    ['a list', '- **environments**: dev production\n- **products**:\n  - shop\n  - auth\n\nlinks:\n* shop → auth 443'],
    ['Japanese lines', '環境：dev、production\nプロダクト: shop、auth\nshop→auth'],
    [
      'a block as in the configuration',
      '```yaml\naccounts:\n  environments: [dev, production]\n  products: [shop, auth]\n  links: [shop -> auth]\n```',
    ],
    [
      'a block of its own',
      'text\n~~~\nproducts: shop, auth\nenvironments:\n  - dev\n  - production\nlinks:\n  - auth <- shop 443\n~~~',
    ],
  ])('may be %s', (_, text) => {
    expect(read(text)).toEqual({ ok: true, wish })
  })

  it.each([
    '',
    'nothing of that kind',
    '```yaml\nname: CI\n```',
    '> environments: dev',
    '/cicd accounts',
    '# environments',
  ])('is not in %j', (text) => {
    expect(read(text)).toBeNull()
  })

  it('is read with what it says of links, ranges and stores', () => {
    const text =
      'environments: dev, production\nproducts: shop, auth\nshop <-> auth 443, 5432 in production\nnetworks: shop dev 10.0.0.0/16; existing 172.31.0.0/20\nstores: orders Postgres in shop production\nexisting account: 012345678901'
    expect(read(text)).toMatchObject({
      ok: true,
      wish: {
        links: [{ from: 'shop', to: 'auth', both: true, ports: [443, 5432], environments: ['production'] }],
        networks: [
          { product: 'shop', environment: 'dev', cidr: '10.0.0.0/16' },
          { product: 'existing', environment: null, cidr: '172.31.0.0/20' },
        ],
        stores: [{ name: 'orders', kind: 'postgresql', product: 'shop', environment: 'production' }],
        existing: '012345678901',
      },
    })
  })
})

describe('a mistake in a form is named with its place and what was meant', () => {
  const two = 'environments: dev, production\nproducts: shop, auth\n'
  it.each([
    [`${two}shop -> ahth`, /^3:1 `ahth` is none of the products: did you mean `auth`\?/u],
    [`${two}shop => auth 99999`, /^3:14 a port is a number from 1 to 65535/u],
    [`${two}links: shop auth`, /^3:13 an arrow is expected/u],
    [`${two}shop -> auth in prodction`, /^3:1 `prodction` is none of the environments: did you mean `production`\?/u],
    [`${two}shop -> shop`, /^3:1 a product needs no link to itself/u],
    [`${two}networks: shop 10.0.0.1/16`, /^3:16 the range does not begin there: did you mean `10.0.0.0\/16`\?/u],
    [`${two}networks: shop 8.8.0.0/16`, /^3:16 this range belongs to the Internet/u],
    [`${two}networks: shop 10.0.0.0/8`, /^3:16 the network of a product is from \/16 to \/24/u],
    [`${two}stores: orders postgrsql in shop`, /^3:16 `postgrsql` is no kind.* did you mean `postgresql`\?/u],
    [`${two}stores: orders postgresql`, /^3:9 whose is it\?/u],
    ['environments: Dev\nproducts: shop', /^1:15 a name has small letters.* did you mean `dev`\?/u],
    ['environments: dev\nproducts: a-b, a\n', /^$/u],
    ['environments: c, b-c\nproducts: a-b, a', /^2:16 two accounts would be called `a-b-c`/u],
    ['environments: dev\nproducts: network', /^2:11 `network` has a meaning of its own/u],
    ['environments: dev, dev\nproducts: shop', /^1:20 this is there twice/u],
    ['environments: dev', /^1:1 `products` is missing/u],
    [`${two}existing: 12345`, /^3:11 this AWS account is not valid/u],
    [`${two}email: me`, /^3:8 this mail address is not valid/u],
    [
      '```yaml\naccounts:\n  environments: [dev]\n  product: [a]\n```',
      /^3:3 `products` is missing\n4:3 `product` is not known: did you mean `products`\?/u,
    ],
    ['```yaml\naccounts: [\n```', /^\d+:\d+ this is not valid YAML/u],
    ['```yaml\naccounts: &a { environments: *a }\n```', /aliases are not used here/u],
  ])('%j', (text, expected) => {
    const found = expected.source === '^$' ? (read(text)?.ok ? [''] : ['wrong']) : faults(text)
    expect(found.join('\n')).toMatch(expected)
  })

  it('and so is what is too much', () => {
    const names = Array.from({ length: 13 }, (_, index) => `p${index}`)
    expect(faults(`environments: dev\nproducts: ${names.join(', ')}`).join()).toMatch(/^2:\d+ at most 12/u)
  })
})

describe('whatever people write', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'environments:',
      'products:',
      'links:',
      '->',
      '<->',
      '```yaml',
      '```',
      'accounts:',
      '- ',
      '\n',
      ': ',
      '10.0.0.0/16',
      'shop',
      'in',
      '環境：',
      '\0',
      '${{',
      '<!--',
      '@team',
      '&a',
      '*a',
      '"',
      "'",
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  it('is a form, or a mistake in a line that there is, or nothing; never an exception', () => {
    const runs = Number(process.env.FUZZ_RUNS ?? 400)
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        const form = read(text)
        if (form === null) return
        const lines = text.split(/\r\n|\r|\n/u).length
        if (form.ok) expect(form.wish.products.length * form.wish.environments.length).toBeGreaterThan(0)
        else
          for (const { line, column } of form.faults) expect(line >= 1 && line <= lines + 1 && column >= 1).toBe(true)
      }),
      { numRuns: runs },
    )
  })

  it('is read in time that grows with its length, not faster', () => {
    const long = `environments: dev\nproducts: ${'a-'.repeat(20_000)}\n${'shop -> '.repeat(4000)}\n${'`'.repeat(9000)}`
    expect(() => read(long)).not.toThrow()
  })
})

it('a wish as text is read back as the same wish', () => {
  const text =
    'environments: dev, production\nproducts: shop, auth\nshop <-> auth 443, 5432 in production\nauth -> shop 80\nnetworks: shop dev 10.0.0.0/16; existing 172.31.0.0/20\nstores: orders postgresql in shop production; users s3 in auth\nexisting: 012345678901\nformat: terraform\nimages: shared\nemail: aws@example.com'
  const first = read(text)
  if (!first?.ok) throw new Error('no wish')
  expect(read(`\`\`\`yaml\n${wishText(first.wish)}\n\`\`\``)).toEqual(first)
})
