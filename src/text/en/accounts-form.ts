/** What is wrong in a form about accounts. */
export const accountsForm = {
  name: (near: string | null) =>
    `a name has small letters, digits and hyphens, begins with a letter, and is at most 20 characters long${near === null ? '' : `: did you mean \`${near}\`?`}`,
  nameMissing: 'a name is missing here',
  unknown: (what: 'product' | 'environment', word: string, near: string | null, known: readonly string[]) =>
    `\`${word}\` is none of the ${what}s${near === null ? '' : `: did you mean \`${near}\`?`} (${known.map((one) => `\`${one}\``).join(', ')})`,
  arrow: 'an arrow is expected after the first name: `shop -> auth 443`, or `shop <-> auth` for both ways',
  port: 'a port is a number from 1 to 65535; environments come after `in`: `shop -> auth 443 in production`',
  ports: 'at most five ports: more is a sign that two networks should be one',
  network: 'this is too much: write `shop 10.0.0.0/16` or `shop production 10.0.0.0/16`',
  cidr: {
    form: 'an address range is expected at the end, such as `10.0.0.0/16`',
    host: (fixed: string) => `the range does not begin there: did you mean \`${fixed}\`?`,
    size: 'the network of a product is from /16 to /24 (that of the existing account to /28)',
    public:
      'this range belongs to the Internet: take one of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10',
  },
  store: 'after the kind comes `in` and the product: `orders postgresql in shop production`',
  kind: (word: string | null, near: string | null, known: readonly string[]) =>
    `${word === null ? 'the kind of store is missing' : `\`${word}\` is no kind of store that is known`}${near === null ? '.' : `: did you mean \`${near}\`?`} Known are ${known.map((one) => `\`${one}\``).join(', ')}`,
  tooMany: (most: number) => `at most ${most}: split the plan and do one part first`,
  toItself: 'a product needs no link to itself',
  whoseStore: 'whose is it? Write `in` and the product: `orders postgresql in shop`',
  reserved: (name: string) => `\`${name}\` has a meaning of its own here: take another name`,
  sameAccount: (key: string) => `two accounts would be called \`${key}\`: take another name`,
  twice: 'this is there twice',
}
