import { describe, expect, it } from 'vitest'
import { foreignAddress } from '../../src/render/foreign-address.ts'

describe('an address that somebody else told', () => {
  it.each([
    ['https://main.d1.amplifyapp.com', 'https://main.d1.amplifyapp.com/'],
    ['https://a.example/x?y=1#z', 'https://a.example/x?y=1#z'],
    ['https://a.example/) [click](https://evil.example', 'https://a.example/%29%20%5bclick%5d%28https://evil.example'],
    ['https://a.example/> @everyone <b', 'https://a.example/%3E%20@everyone%20%3Cb'],
    ['https://a.example/a|b`c', 'https://a.example/a%7cb%60c'],
  ])('stays one address: %s', (told, shown) => {
    expect(foreignAddress(told)).toBe(shown)
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'not an address',
    '',
  ])('is none: %s', (told) => {
    expect(foreignAddress(told)).toBeNull()
  })
})
