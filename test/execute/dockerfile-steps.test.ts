import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { copy, ignored } from './docker-context.ts'
import { assignments, dockerfileStages, healthCommand } from './dockerfile-steps.ts'
import { commandOnMachine, listOnMachine } from './image-paths.ts'
import { cleanUp, scratch } from './scratch.ts'

afterAll(cleanUp)

describe('the stages of a Dockerfile', () => {
  it('hold their instructions, with flags and both forms of commands', () => {
    const stages = dockerfileStages(
      'FROM node:24 AS build\nRUN --mount=type=cache,target=/x \\\n    npm ci\nFROM build\nCMD ["node", "a b.js"]\n',
    )
    expect(stages.map(({ image, name }) => [image, name])).toEqual([
      ['node:24', 'build'],
      ['build', null],
    ])
    expect(stages[0]?.steps[0]).toMatchObject({ keyword: 'RUN', text: 'npm ci', list: null })
    expect(stages[0]?.steps[0]?.flags.get('mount')).toBe('type=cache,target=/x')
    expect(stages[1]?.steps[0]?.list).toEqual(['node', 'a b.js'])
  })

  it('are refused where an instruction is not carried out', () => {
    expect(() => dockerfileStages('FROM node:24\nADD . .')).toThrow('ADD')
    expect(() => dockerfileStages('RUN ls')).toThrow('RUN')
  })

  it('set variables from variables', () => {
    const known = new Map([['PATH', '/usr/bin']])
    expect(assignments('A=1 PATH=/opt/venv/bin:$PATH B="x y"', known)).toEqual([
      ['A', '1'],
      ['PATH', '/opt/venv/bin:/usr/bin'],
      ['B', 'x y'],
    ])
  })

  it('say how their health is asked', () => {
    expect(healthCommand('CMD ["node", "-e", "1"]')).toEqual(['node', '-e', '1'])
    expect(healthCommand('NONE')).toBeNull()
  })
})

describe('the paths of an image', () => {
  it('lie below its folder, those of the system do not', () => {
    expect(listOnMachine('/r', '/opt/venv/bin:/usr/bin:/usr/local/bin')).toBe(
      '/r/opt/venv/bin:/usr/bin:/r/usr/local/bin',
    )
    expect(commandOnMachine('/r', 'cp /app/a /tmp/b && curl http://127.0.0.1/app --x=/opt/y /application')).toBe(
      'cp /r/app/a /r/tmp/b && curl http://127.0.0.1/app --x=/r/opt/y /application',
    )
  })
})

describe('the build context', () => {
  it('leaves out what .dockerignore names, but for exceptions', () => {
    const out = ignored(['# comment', '**/node_modules', '.env*', '!.env.example', 'build/'])
    const paths = ['a/node_modules/x.js', '.env', '.env.example', 'build/index.js', 'src/build.ts']
    expect(paths.filter(out)).toEqual(['a/node_modules/x.js', '.env', 'build/index.js'])
  })

  it('is copied as COPY copies', () => {
    const from = scratch('from')
    for (const path of ['api/package.json', 'package.json', 'api/src/a.js']) {
      mkdirSync(join(from, path, '..'), { recursive: true })
      writeFileSync(join(from, path), path)
    }
    const to = scratch('to')
    const listed = () => readdirSync(to, { recursive: true }).map(String).sort()
    copy(from, { sources: ['package.json', '**/package.json', 'patches'], to, parents: true, intoFolder: true })
    expect(listed()).toEqual(['api', 'api/package.json', 'package.json'])
    copy(from, { sources: ['api'], to: join(to, 'app'), parents: false, intoFolder: false })
    expect(readFileSync(join(to, 'app/src/a.js'), 'utf8')).toBe('api/src/a.js')
    expect(() => copy(from, { sources: ['nothing'], to, parents: false, intoFolder: true })).toThrow(
      'not in the build context',
    )
  })
})
