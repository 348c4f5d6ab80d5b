import type { AccountsWish, LinkWish, NetworkWish, StoreWish } from '../model.ts'
import { toYaml } from '../render/yaml.ts'

/** A wish as `accounts:` of the configuration says it: the form that can be kept. */
export function wishText(wish: AccountsWish): string {
  const { environments, products, links, networks, stores, ...rest } = wish
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null))
  const lists = {
    ...(links.length === 0 ? {} : { links: links.map(linkText) }),
    ...(networks.length === 0 ? {} : { networks: networks.map(networkText) }),
    ...(stores.length === 0 ? {} : { stores: stores.map(storeText) }),
  }
  return toYaml({ accounts: { environments, products, ...lists, ...said } }).trimEnd()
}

function linkText({ from, to, both, ports, environments }: LinkWish): string {
  const where = environments === null ? '' : ` in ${environments.join(', ')}`
  return `${from} ${both ? '<->' : '->'} ${to} ${ports.join(', ')}${where}`
}

function networkText({ product, environment, cidr }: NetworkWish): string {
  return [product, ...(environment === null ? [] : [environment]), cidr].join(' ')
}

function storeText({ name, kind, product, environment }: StoreWish): string {
  const where = [product, environment].filter((word) => word !== null)
  return `${name} ${kind}${where.length === 0 ? '' : ` in ${where.join(' ')}`}`
}
