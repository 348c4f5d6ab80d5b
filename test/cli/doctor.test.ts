import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commitAll } from '../local/scratch.ts'
import { runLine } from './run-line.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'slipway-doctor-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
}

describe('slipway doctor DIR', () => {
  it('says what is wrong, where, and what mends it', async () => {
    write({ 'template.yaml': 'Transform: AWS::Serverless-2016-10-31\nResources:\n  A:\n    Runtime: python3.8\n' })
    write({ 'copilot/api/manifest.yml': 'name: api\n' })
    commitAll(directory)
    const { code, out } = await runLine(['doctor', directory])
    expect(code).toBe(0)
    expect(out).toMatch(/2 findings, worst first/u)
    expect(out).toMatch(/Ended 2024-10-14 {2}Lambda's runtime `python3\.8`/u)
    expect(out).toMatch(/template\.yaml:4 {2}Runtime: python3\.8/u)
    expect(out).toMatch(/→ Write instead:\n\s+Runtime: python3\.13/u)
    expect(out).toMatch(/→ slipway setup --target=\w+/u)
  })

  it('says in one line that a repository is healthy, and counts what was not looked at', async () => {
    write({ 'README.md': 'hello\n' })
    commitAll(directory)
    const { out } = await runLine(['doctor', directory])
    expect(out.trim().split('\n')).toHaveLength(1)
    write({ 'new.txt': 'x' })
    expect((await runLine(['doctor', directory])).out).toMatch(/1 uncommitted/u)
  })

  it('gives one JSON object with --json', async () => {
    write({ Dockerfile: 'FROM node:16\n', '.github/cicd.yml': 'version: 1\nregoin: x\n' })
    commitAll(directory)
    const { out } = await runLine(['doctor', directory, '--json'])
    expect(JSON.parse(out)).toMatchObject({
      complaints: [
        { rule: 'configuration', urgency: 'broken', evidence: [{ path: '.github/cicd.yml', line: 2 }] },
        { rule: 'base-images', urgency: 'ended', on: '2023-09-11' },
      ],
      unknown: [],
    })
  })

  it('speaks Japanese', async () => {
    write({ Dockerfile: 'FROM node:16\n' })
    commitAll(directory)
    expect((await runLine(['doctor', directory, '--lang=ja'])).out).toMatch(/2023-09-11 に終了/u)
  })

  it('keeps control characters of file names from the terminal', async () => {
    write({ 'a\u001b[31m/Dockerfile': 'FROM node:16\n' })
    commitAll(directory)
    const { out } = await runLine(['doctor', directory])
    expect(out).toContain('Node.js 16')
    expect(out).not.toContain('\u001b')
  })
})
