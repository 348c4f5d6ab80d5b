import { LineCounter } from 'yaml'
import { matching, oneOf } from '../command/flag.ts'
import { ciIds } from '../command/flags/ci.ts'
import { environmentName } from '../command/flags/environment.ts'
import { languages } from '../command/flags/lang.ts'
import { regionName } from '../command/flags/region.ts'
import { targetIds } from '../command/flags/target.ts'
import { readPath } from '../command/path.ts'
import { taken } from '../command/reading.ts'
import type { Config, Environment } from '../model.ts'
import { collector, entries, flag, list, optional, type ReadValue, required, text } from './field.ts'
import { type ConfigFault, readNodes } from './node.ts'

/** Who may give commands, besides that they need write access. */
export interface Commanders {
  readonly role: 'write' | 'maintain' | 'admin'
  /** Account ids; empty: everyone with the role. */
  readonly ids: readonly number[]
}

/** What a configuration file says; what it does not say is as in `defaultConfig`. */
export interface ReadConfig {
  readonly config: Config
  readonly commanders: Commanders | null
  readonly faults: readonly ConfigFault[]
}

type AppConfig = Config['apps'][number]

const keys = ['version', 'lang', 'region', 'apps', 'environments', 'commanders'] as const
const roles: readonly Commanders['role'][] = ['write', 'maintain', 'admin']

/**
 * Reads `.github/cicd.yml`. Every fault is named with its line, unknown keys too; the rest of the file is read nevertheless.
 * Pure, never throws, bounded by the length of the text.
 */
export function readConfig(source: string, otherwise: Config): ReadConfig {
  const { node, faults } = readNodes(source, new LineCounter())
  if (node === null) return { config: otherwise, commanders: null, faults }
  const { report, faults: found } = collector()
  const top = entries(node, keys, report)
  optional(top, 'version', version, report)
  const config: Config = {
    lang:
      optional(
        top,
        'lang',
        text((raw) => oneOf('language', languages, raw)),
        report,
      ) ?? otherwise.lang,
    region: optional(top, 'region', region, report) ?? otherwise.region,
    apps: optional(top, 'apps', list(app), report) ?? otherwise.apps,
    environments: optional(top, 'environments', environments, report) ?? otherwise.environments,
  }
  return { config, commanders: optional(top, 'commanders', commanders, report), faults: found() }
}

const region = text(regionName)
const version: ReadValue<1> = (node, report) => {
  if (node.kind === 'value' && node.value === 1) return 1
  report(node.line, 'the only version is 1')
  return null
}

const app: ReadValue<AppConfig> = (node, report) => {
  const fields = entries(node, ['path', 'target', 'ci'], report)
  const path = required(fields, 'path', text(readPath), report, node.line)
  const target = optional(
    fields,
    'target',
    text((raw) => oneOf('target', targetIds, raw)),
    report,
  )
  const ci = optional(
    fields,
    'ci',
    text((raw) => oneOf('CI system', ciIds, raw)),
    report,
  )
  return path === null ? null : { path, target, ci }
}

const environments: ReadValue<readonly Environment[] | 'none'> = (node, report) =>
  node.kind === 'value' && node.value === 'none' ? 'none' : list(environment)(node, report)

const environment: ReadValue<Environment> = (node, report) => {
  const fields = entries(node, ['name', 'account', 'region', 'branch', 'approval'], report)
  const name = required(fields, 'name', text(environmentName), report, node.line)
  const account = optional(fields, 'account', text(accountId), report)
  const branch = optional(fields, 'branch', text(branchName), report)
  const rest = {
    region: optional(fields, 'region', region, report),
    approval: optional(fields, 'approval', flag, report) ?? false,
  }
  return name === null ? null : { name, account, branch, ...rest }
}

const commanders: ReadValue<Commanders> = (node, report) => {
  const fields = entries(node, ['role', 'ids'], report)
  const role = optional(
    fields,
    'role',
    text((raw) => oneOf('role', roles, raw)),
    report,
  )
  return { role: role ?? 'write', ids: optional(fields, 'ids', list(id), report) ?? [] }
}

const id: ReadValue<number> = (node, report) => {
  if (node.kind === 'value' && typeof node.value === 'number' && Number.isSafeInteger(node.value) && node.value > 0)
    return node.value
  report(node.line, 'the number of an account is expected here (https://api.github.com/users/NAME shows it as `id`)')
  return null
}

/** As it is written, so that leading zeros stay. */
function accountId(raw: string) {
  return matching('AWS account', /^\d{12}$/u, '012345678901', raw)
}

/** What git allows in a branch name, roughly; the rest is between the branch and git. */
function branchName(raw: string) {
  const read = matching(
    'branch',
    /^(?![/.-])(?!.*(?:\.\.|\/\/|@\{|\.lock$|[/.]$))[^\s~^:?*[\\\p{C}]{1,200}$/u,
    'main',
    raw,
  )
  return read.ok ? taken(read.value) : read
}
