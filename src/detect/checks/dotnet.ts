import type { Detector } from '../detector.ts'
import { find, first } from '../finding.ts'
import { once } from '../once.ts'
import { parent } from '../place.ts'
import type { Repository } from '../repository.ts'
import { proofOfTests, some } from './proof-of-tests.ts'

interface TestProject {
  readonly path: string
  /** Paths of the projects that it refers to. */
  readonly projects: readonly string[]
}

/** The test projects of the repository that refer to this one; they lie beside it, or in a folder of their own. */
export const dotnetChecks: Detector = {
  id: 'dotnet-checks',
  stack: 'dotnet',
  reads: ['*.csproj', '*.fsproj'],
  find(place, known) {
    const start = first(known, 'language') ? first(known, 'build') : undefined
    const own = [...place.folder.files].filter((name) => /\.(?:cs|fs)proj$/.test(name)).map((name) => place.at(name))
    if (!start || own.length === 0) return []
    const tests = testProjects(place.repository).filter(({ projects }) => own.some((path) => projects.includes(path)))
    const named = tests.map(({ path }) => ({ path, name: path }))
    if (!some(named)) return []
    const command = tests.map(({ path }) => `dotnet test ${relative(place.root, path)}`).join(' && ')
    return [find('test', command, proofOfTests(named, place.texts))]
  },
}

const testSdk = /IsTestProject>\s*true|Microsoft\.NET\.Test\.Sdk|Include="(?:xunit|NUnit|MSTest|TUnit)/i

const testProjects = once((repository: Repository): readonly TestProject[] =>
  [...repository.tree.files]
    .filter(([path, text]) => /\.(?:cs|fs)proj$/.test(path) && testSdk.test(text) && isPlain(path))
    .map(([path, text]) => ({ path, projects: references(path, text) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1)),
)

// It stands unquoted in a command.
function isPlain(path: string): boolean {
  return /^[\w./-]+$/.test(path)
}

function references(path: string, text: string): readonly string[] {
  return [...text.matchAll(/<ProjectReference\s[^>]*Include="([^"]+)"/g)].map(([, target = '']) =>
    resolve(parent(path) ?? '.', target.replaceAll('\\', '/')),
  )
}

function resolve(folder: string, target: string): string {
  const parts = folder === '.' ? [] : folder.split('/')
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function relative(from: string, to: string): string {
  const here = from === '.' ? [] : from.split('/')
  const there = to.split('/')
  let same = 0
  while (same < here.length && here[same] === there[same]) same++
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/')
}
