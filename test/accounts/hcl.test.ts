import fc from 'fast-check'
import { expect, it } from 'vitest'
import { block, hclText, raw } from '../../src/accounts/terraform/hcl.ts'
import { parseHcl } from './parse-hcl.ts'

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

it('whatever a text holds, it stays a text', () => {
  const piece = fc.oneof(
    fc.constantFrom('${', '%{', '}', '"', '\\', '\n', '$', '$$', '#', '//', '<<EOF'),
    fc.string({ maxLength: 5 }),
  )
  const texts = fc
    .sample(fc.array(piece, { maxLength: 8 }), 300)
    .map((pieces) => pieces.join('').replace(/[^\n -~]/gu, ''))
  const read = parseHcl(texts.map((given) => hclText('', [block('locals', [], { given, end: 'ok' })])))
  // The parser gives a text as it stands in JSON of Terraform, where the marks of expressions are doubled.
  const told = texts.map((given) => given.replace(/[$%](?=\{)/gu, '$&$&'))
  expect(read).toEqual(told.map((given) => ({ locals: [{ given, end: 'ok' }] })))
})

it('a text that is no HCL is refused', () => {
  expect(() => parseHcl(['resource "x" {'])).toThrow(/Unclosed configuration block/u)
})
