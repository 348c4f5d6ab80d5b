import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plain } from '../../src/cli/paint.ts'
import { printOverview } from '../../src/cli/print-overview.ts'
import { widthOf } from '../../src/cli/width.ts'
import { textsIn } from '../../src/text.ts'
import { commitAll } from '../local/scratch.ts'
import { sampleOverview } from '../overview/sample-overview.ts'

const program = new URL('../../src/cli.ts', import.meta.url).pathname

function slipway(
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })
}

let code: string
beforeEach(() => {
  code = mkdtempSync(join(tmpdir(), 'slipway-survey-'))
})
afterEach(() => rmSync(code, { recursive: true }))

/** A git repository in a folder of `code`. */
function repository(name: string, files: Readonly<Record<string, string>>): string {
  const directory = join(code, name)
  mkdirSync(directory)
  for (const [path, text] of Object.entries(files)) writeFileSync(join(directory, path), text)
  commitAll(directory)
  return directory
}

const express = {
  'package.json': JSON.stringify({ scripts: { start: 'node server.js' }, dependencies: { express: '^4.0.0' } }),
  'server.js': "require('express')().listen(process.env.PORT || 3000)\n",
}

describe('slipway survey', () => {
  it('looks at every repository right below a folder, and says what to do next', async () => {
    const shop = repository('shop', { ...express, '.nvmrc': '16\n' })
    repository('notes', { 'README.md': '# Notes\n' })
    mkdirSync(join(code, 'no-repository'))
    const { code: exit, out, err } = await slipway('survey', code)
    expect([exit, err]).toEqual([0, ''])
    expect(out).toContain('2 repositories')
    expect(out).toMatch(
      /Needs a set-up \(1\)\n {2}shop {3}Express → App Runner\n {9}To mend: Node\.js 16 \(2023-09-11\)/u,
    )
    expect(out).toMatch(/Nothing deployable \(1\)\n {2}notes/u)
    expect(out).toContain(`slipway setup ${shop}`)
  })

  it('takes several folders, in Japanese too, and each repository once', async () => {
    const [a, b] = [repository('a', express), repository('b', express)]
    const { out } = await slipway('survey', a, b, code, '--lang=ja')
    expect(out).toContain('リポジトリ 2 件')
    expect(out).toMatch(/セットアップが必要 \(2\)/u)
  })

  it('prints one object with --json', async () => {
    const shop = repository('shop', express)
    const { out } = await slipway('survey', '--json', code)
    expect(JSON.parse(out)).toEqual({
      totals: expect.objectContaining({ setup: 1, none: 0, unread: 0 }),
      repositories: [
        {
          ...{ directory: shop, name: 'shop', url: null, kind: 'setup', setUp: false, says: null },
          apps: [{ root: '.', what: 'express', target: 'apprunner' }],
          ...{ existing: [], dated: [], commands: [expect.stringMatching(`slipway setup ${shop}$`)] },
        },
      ],
    })
  })

  it('goes on where one repository cannot be looked at, and ends with 1', async () => {
    repository('good', express)
    const bad = repository('bad', express)
    mkdirSync(join(bad, '.github'))
    writeFileSync(join(bad, '.github', 'cicd.yml'), 'version: 1\nregoin: x\n')
    commitAll(bad)
    const { code: exit, out } = await slipway('survey', code)
    expect(exit).toBe(1)
    expect(out).toMatch(/Could not be looked at \(1\)\n {2}bad .*regoin/su)
    expect(out).toMatch(/Needs a set-up \(1\)\n {2}good/u)
  })

  it('says where there is no repository, and refuses what it does not know', async () => {
    expect(await slipway('survey', code)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('nor in a folder right below it'),
    })
    expect(await slipway('survey', join(code, 'x'))).toMatchObject({ code: 1, err: expect.stringContaining('x') })
    expect(await slipway('survey', '--target=ecr')).toMatchObject({ code: 2 })
  })

  it('takes the repository around a folder that holds none', async () => {
    const shop = repository('shop', express)
    mkdirSync(join(shop, 'src'))
    const { out } = await slipway('survey', join(shop, 'src'), '--json')
    expect(JSON.parse(out)).toMatchObject({ repositories: [{ directory: shop }] })
  })
})

describe('the table', () => {
  const rows = sampleOverview().rows.map((row) => ({ directory: `/code/${row.name.split('/')[1] ?? ''}`, row }))
  const quiet = { show: () => undefined, clear: () => undefined }
  const print = (lang: 'en' | 'ja', columns: number | null) =>
    printOverview(rows, {
      say: () => undefined,
      paint: plain,
      columns,
      program: 'slipway',
      progress: quiet,
      texts: textsIn(lang),
    })

  it.each(['en', 'ja'] as const)('fits a terminal of 80 columns in %s', async (lang) => {
    const text = print(lang, 80)
    const long = text.split('\n').filter((line) => widthOf(line) > 80 && !line.includes('evil'))
    expect(long).toEqual([])
    await expect(text).toMatchFileSnapshot(`../expected/overview/terminal-${lang}.txt`)
  })

  it('is not broken where it goes into a file', () => {
    expect(print('en', null)).toContain('web: Next.js, api: FastAPI → Amplify Hosting, App Runner')
  })
})
