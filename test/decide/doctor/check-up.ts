import type { Examined } from '../../../src/decide/doctor/patient.ts'
import { examine } from '../../../src/decide/doctor.ts'
import type { Checkup, Complaint, Tree } from '../../../src/model.ts'
import { propose } from '../../../src/propose.ts'
import { type ContextParts, sampleContext } from '../../sample-app.ts'
import { treeOf } from '../../tree-of.ts'

export const today = '2026-11-22'

/** What the doctor says of these files. */
export function checkUp(
  files: Readonly<Record<string, string>> | Tree,
  parts: ContextParts = {},
  given: Partial<Examined> = {},
): Checkup {
  const tree = isTree(files) ? files : treeOf(files)
  const context = sampleContext(parts)
  const outcome = propose(tree, context)
  return examine({ tree, context, outcome, today, faulty: [], watched: null, ...given })
}

/** The complaints of one rule. */
export function complaintsOf(rule: string, ...given: Parameters<typeof checkUp>): readonly Complaint[] {
  return checkUp(...given).complaints.filter((complaint) => complaint.rule === rule)
}

/** A workflow with these steps. */
export function workflow(...steps: readonly string[]): Readonly<Record<string, string>> {
  const lines = ['on: push', 'jobs:', '  a:', '    runs-on: ubuntu-latest', '    steps:']
  return { '.github/workflows/a.yml': [...lines, ...steps.map((step) => `      - ${step}`)].join('\n') }
}

function isTree(files: Readonly<Record<string, string>> | Tree): files is Tree {
  return 'entries' in files && Array.isArray(files.entries)
}

/** A server in Node.js that wants these versions of it. */
export function express(engines: string): Readonly<Record<string, string>> {
  const manifest = {
    name: 'shop',
    scripts: { start: 'node server.js' },
    dependencies: { express: '5.0.0' },
    engines: { node: engines },
  }
  return {
    'package.json': JSON.stringify(manifest, null, 2),
    'package-lock.json': '{"lockfileVersion":3}',
    'server.js': "require('express')().listen(process.env.PORT)\n",
  }
}
