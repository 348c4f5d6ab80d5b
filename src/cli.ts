#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { planJson } from './cli/plan-json.ts'
import { defaultConfig } from './config.ts'
import { wanted } from './detect.ts'
import { localFacts } from './local/facts.ts'
import { localReader } from './local/reader.ts'
import type { Context } from './model.ts'
import { propose } from './propose.ts'
import { readTree } from './tree.ts'

const { positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } })
const directory = positionals[1] ?? '.'
const reader = localReader(directory)
const head = await reader.head()
const tree = head && (await readTree(reader, head.commit, wanted))
const context: Context = {
  repository: await localFacts(directory),
  aws: { accountId: null, partition: 'aws', appRunnerCustomer: null, oidcProvider: null },
  config: defaultConfig,
  request: {
    verb: 'plan',
    target: null,
    path: null,
    ci: null,
    region: null,
    environment: null,
    dryRun: false,
    remove: false,
    lang: null,
    by: null,
  },
}
process.stdout.write(`${JSON.stringify(planJson(propose(tree, context)), null, 2)}\n`)
