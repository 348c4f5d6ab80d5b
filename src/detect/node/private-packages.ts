import type { Detector } from '../detector.ts'
import { type Finding, find } from '../finding.ts'
import { type Place, placeAt } from '../place.ts'
import { nodeProject } from './project.ts'

/** Packages that an install only gets with a credential: private registries, Git over SSH, tarballs of other hosts (case G50). */
export const privatePackages: Detector = {
  id: 'private-packages',
  stack: 'node',
  reads: ['.npmrc', '.yarnrc.yml', 'package.json'],
  find: (place) => {
    const project = nodeProject(place)
    if (!project) return []
    const roots = [...new Set([place.root, project.manager.installRoot])].map((root) => placeAt(place.repository, root))
    return [...roots.flatMap(registries), ...outside(place, project.manifest.all)]
  },
}

const isPublic = /^https?:\/\/(registry\.(npmjs\.org|yarnpkg\.com)|registry\.npmmirror\.com)/
const registryLine = /^\s*(?:(@[\w.-]+):)?registry\s*=\s*["']?(https?:\/\/[^\s"']+)/
const yarnRegistry = /^\s*npmRegistryServer:\s*["']?(https?:\/\/[^\s"']+)/
const variable = /\$\{([A-Za-z_]\w*)(?::?-[^}]*)?\}/g

function registries(place: Place): readonly Finding[] {
  return ['.npmrc', '.yarnrc.yml'].flatMap((name) => {
    const lines = (place.text(name) ?? '').split('\n')
    return lines.flatMap((line, at): readonly Finding[] => {
      const proof = { path: place.at(name), line: at + 1, says: 'sets the registry of packages' }
      const [, scope, url] = registryLine.exec(line) ?? [undefined, undefined, yarnRegistry.exec(line)?.[1]]
      const names = [...line.matchAll(variable)].flatMap(([, key = '']) => [
        find('env', key, { ...proof, says: `reads ${key}` }),
        ...(isToken(line) ? [find('needs', `private packages: ${key}`, { ...proof, says: `reads ${key}` })] : []),
      ])
      if (!url || isPublic.test(url)) return isToken(line) ? [...names, ...token(line, proof)] : names
      const what = scope ? `Packages of ${scope}` : 'Packages'
      const host = /^https?:\/\/([^/\s]+)/.exec(url)?.[1] ?? url
      return [
        ...names,
        find(
          'remark',
          `${what} come from ${host}: the build needs a token that may read them, as an environment variable or secret that ${proof.path} names.`,
          proof,
        ),
      ]
    })
  })
}

const isToken = (line: string) => /_authToken\s*=|npmAuthToken:/.test(line)

// The value itself is never repeated.
function token(line: string, proof: Finding['proof'][0]): readonly Finding[] {
  if (/\$\{?[A-Za-z_]/.test(line)) return []
  return [
    find(
      'remark',
      `${proof.path} holds a token in plain text. Revoke it, and read it from an environment variable instead.`,
      { ...proof, says: 'holds a token' },
    ),
  ]
}

function outside(place: Place, dependencies: ReadonlyMap<string, string>): readonly Finding[] {
  return [...dependencies].flatMap(([name, range]) => {
    const isGit = /^git\+ssh:|^git@|^ssh:/.test(range)
    const host = /^https?:\/\/([^/\s]+)\/(?!.*\.git$)/.exec(range)?.[1]
    if (
      !isGit &&
      (host === undefined || /(^|\.)(github\.com|githubusercontent\.com|npmjs\.org|pkg\.pr\.new)$/.test(host))
    )
      return []
    const says = isGit
      ? 'is fetched with Git over SSH, which needs a key that the build does not have'
      : `is fetched from ${host}, which the build must be able to reach`
    return [
      find(
        'remark',
        `The package ${name} ${says}.`,
        place.proof('package.json', `"${name}": "${range}"`, `"${name}":`),
      ),
    ]
  })
}
