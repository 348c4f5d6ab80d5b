import { matching } from '../command/flag.ts'
import { formats } from '../command/flags/format.ts'
import type { AccountsFormat, AccountsWish } from '../model.ts'
import { check, type Declared } from './accounts/check.ts'
import { link } from './accounts/link.ts'
import { name } from './accounts/name.ts'
import { network } from './accounts/network.ts'
import { listOrLine } from './accounts/phrase.ts'
import { store } from './accounts/store.ts'
import { type Field, mapping } from './mapping.ts'
import { text } from './shape.ts'
import { account, choice, region } from './values.ts'

const names = listOrLine(name, /[,、\s]/u)
const lines = /[;；]/u

const fields = {
  environments: {
    key: 'environments',
    about: 'The environments, lowest impact first.',
    shape: names,
    needed: true,
  } satisfies Field<unknown>,
  products: {
    key: 'products',
    about: 'The products, or services, each of which gets an account in every environment.',
    shape: names,
    needed: true,
  } satisfies Field<unknown>,
  links: {
    key: 'links',
    about:
      'Who opens connections to whom: `shop -> auth 443`, both ways: `shop <-> auth`, in some environments only: `… in staging`.',
    shape: listOrLine(link, lines),
  } satisfies Field<unknown>,
  networks: {
    key: 'networks',
    about: 'The address ranges that are given: `shop 10.0.0.0/16`. Left out: ranges that do not overlap are chosen.',
    shape: listOrLine(network, lines),
  } satisfies Field<unknown>,
  stores: {
    key: 'stores',
    about: 'Where data lies that has to move: `orders postgresql in shop production`.',
    shape: listOrLine(store, lines),
  } satisfies Field<unknown>,
  existing: {
    key: 'existing',
    about: 'The AWS account in which everything is now, twelve digits in quotes.',
    shape: account,
  } satisfies Field<unknown>,
  split: {
    key: 'split',
    about:
      'One account for each product of an environment (`product`), or one for a whole environment (`environment`).',
    shape: choice('split', ['product', 'environment']),
  } satisfies Field<NonNullable<AccountsWish['split']>>,
  images: {
    key: 'images',
    about: 'Container images in one account for all environments (`shared`), or in the account of each (`each`).',
    shape: choice('images', ['shared', 'each']),
  } satisfies Field<NonNullable<AccountsWish['images']>>,
  format: {
    key: 'format',
    about: 'What the network is written in.',
    shape: choice('format', formats),
  } satisfies Field<AccountsFormat>,
  region: {
    key: 'region',
    about: 'The home region. Left out: `region` of the file.',
    shape: region,
  } satisfies Field<unknown>,
  email: {
    key: 'email',
    about: 'A mail address from which those of the accounts are made: aws@example.com gives aws+audit@example.com.',
    shape: text({ type: 'string', examples: ['aws@example.com'] }, (raw) =>
      matching('email', /^[A-Za-z0-9._-]{1,40}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/u, 'aws@example.com', raw),
    ),
  } satisfies Field<unknown>,
}

/** `accounts:` of `.github/cicd.yml`, and the form in an issue. */
export const accounts = mapping(Object.values(fields), (get, _node, { report }): AccountsWish | null => {
  const declared: Declared = {
    environments: get(fields.environments) ?? [],
    products: get(fields.products) ?? [],
    links: get(fields.links) ?? [],
    networks: get(fields.networks) ?? [],
    stores: get(fields.stores) ?? [],
  }
  check(declared, report)
  return {
    format: get(fields.format),
    region: get(fields.region),
    email: get(fields.email),
    existing: get(fields.existing),
    split: get(fields.split),
    images: get(fields.images),
    environments: declared.environments.map(({ name }) => name),
    products: declared.products.map(({ name }) => name),
    links: declared.links.map(({ at: _, ...rest }) => rest),
    networks: declared.networks.map(({ at: _, ...rest }) => rest),
    stores: declared.stores.map(({ at: _, ...rest }) => rest),
  }
})
