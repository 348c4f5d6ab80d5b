import { parse } from '@cdktn/hcl2json'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { block, hclText, raw } from '../../src/accounts/terraform/hcl.ts'

it('looks as terraform fmt has it', () => {
  const text = hclText('About it.', [
    block(
      'resource',
      ['aws_route', 'one'],
      { a: 'x', longer: 1, map: { key: raw('var.x'), b: true }, after: [raw('y')] },
      [block('inner', [], {})],
    ),
  ])
  expect(text).toBe(`# About it.

resource "aws_route" "one" {
  a      = "x"
  longer = 1
  map = {
    key = var.x
    b   = true
  }
  after = [y]

  inner {}
}
`)
})

it('whatever a text holds, it stays a text', async () => {
  const piece = fc.oneof(
    fc.constantFrom('${', '%{', '}', '"', '\\', '\n', '$', '$$', '#', '//', '<<EOF'),
    fc.string({ maxLength: 5 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
      const given = pieces.join('').replace(/[^\n -~]/gu, '')
      const read: unknown = await parse('x.tf', hclText('', [block('locals', [], { given, end: 'ok' })]))
      // The parser gives a text as it stands in JSON of Terraform, where the marks of expressions are doubled.
      const told = given.replace(/[$%](?=\{)/gu, '$&$&')
      expect(read).toEqual({ locals: [{ given: told, end: 'ok' }] })
    }),
    { numRuns: 200 },
  )
})
