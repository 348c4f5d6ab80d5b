import { expect, it } from 'vitest'
import { toManifest } from '../../../src/detect/node/manifest.ts'
import { managerCall, programsOf } from '../../../src/detect/node/scripts.ts'
import { commandsOf, shellWords } from '../../../src/detect/node/shell.ts'

const words = (line: string) => commandsOf(line).map((command) => command.words.join(' '))
const runs = (scripts: Record<string, string>, name = 'build') =>
  programsOf(toManifest({ scripts }), name).map((command) => command.words.join(' '))
const call = (line: string) => {
  const [command] = commandsOf(line)
  return command ? managerCall(command, new Map([['build', 'x']])) : null
}

it('words keep what is quoted together', () => {
  expect(shellWords(`a "b c" 'd "e"' f\\ g`)).toEqual(['a', 'b c', 'd "e"', 'f g'])
})

it('commands are split at operators and line ends, wrappers and variables taken off', () => {
  expect(words('rimraf dist && cross-env NODE_ENV=production webpack; npx -p typescript tsc | tee log')).toEqual([
    'rimraf dist',
    'webpack',
    'tsc',
    'tee log',
  ])
  expect(commandsOf('CI=1 dotenv -e .env -- next build')[0]).toMatchObject({
    env: { CI: '1' },
    words: ['next', 'build'],
  })
  expect(words('npx vite@5.2.0 build')).toEqual(['vite build'])
  expect(words('./node_modules/.bin/tsc -p .')).toEqual(['tsc -p .'])
})

it('cd holds for what follows', () => {
  expect(commandsOf('cd client && npm run build && cd .. && tsc').map(({ folder }) => folder)).toEqual(['client', '.'])
})

it('scripts are followed, with their hooks and through runners', () => {
  expect(runs({ prebuild: 'a', build: 'npm run b && yarn c', b: 'b1', c: 'c1', postbuild: 'd' })).toEqual([
    'a',
    'b1',
    'c1',
    'd',
  ])
  expect(runs({ build: 'run-s clean build:*', clean: 'rm -rf dist', 'build:a': 'a', 'build:b': 'b' })).toEqual([
    'rm -rf dist',
    'a',
    'b',
  ])
  expect(runs({ build: 'concurrently "npm:build-*" "tsc -w"', 'build-x': 'x' })).toEqual(['x', 'tsc -w'])
  expect(runs({ build: 'node --run inner', inner: 'tsc' })).toEqual(['tsc'])
  expect(runs({ build: 'pnpm exec vite build && bunx tsc' })).toEqual(['vite build', 'tsc'])
})

it('a script that calls itself ends', () => {
  expect(runs({ build: 'npm run build && tsc' }).length).toBeLessThan(10)
})

it('wireit keeps the command elsewhere', () => {
  const manifest = toManifest({ scripts: { build: 'wireit' }, wireit: { build: { command: 'tsc' } } })
  expect(manifest.scripts.get('build')).toBe('tsc')
})

it.each([
  ['npm run build --prefix client', { folder: 'client', script: 'build' }],
  ['npm --prefix client ci', { folder: 'client', script: null, rest: ['ci'] }],
  ['npm install --prefix client', { folder: 'client', rest: ['install'] }],
  ['npm run build -w @acme/web', { filter: '@acme/web', script: 'build' }],
  ['yarn --cwd client build', { folder: 'client', script: 'build' }],
  ['yarn workspace web build --mode x', { filter: 'web', script: 'build', rest: ['--mode', 'x'] }],
  ['pnpm --filter web run build', { filter: 'web', script: 'build' }],
  ['pnpm run --filter web build', { filter: 'web', script: 'build' }],
  ['pnpm -C client build', { folder: 'client', script: 'build' }],
  ['pnpm build --mode staging', { script: 'build', rest: ['--mode', 'staging'] }],
  ['yarn vite build --outDir x', { script: null, program: ['vite', 'build', '--outDir', 'x'] }],
  ['bun run build', { script: 'build' }],
  ['npm start', { script: 'start' }],
  ['yarn', { script: null, rest: [] }],
])('%s', (line, expected) => {
  expect(call(line)).toMatchObject(expected)
})

it.each([
  `"${'\\"'.repeat(50_000)}`,
  "'".repeat(50_001),
  '&&'.repeat(50_000),
  '\\'.repeat(100_001),
])('a long run of operators and quotes is read to its end', (line) => {
  expect(shellWords(line).length).toBeGreaterThanOrEqual(0)
  expect(commandsOf(line).length).toBeLessThan(3)
})
