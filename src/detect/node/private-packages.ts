import type { Texts } from '../../text.ts'
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
      const proof = { path: place.at(name), line: at + 1, says: place.texts.seen.registry }
      const [, scope, url] = registryLine.exec(line) ?? [undefined, undefined, yarnRegistry.exec(line)?.[1]]
      const names = [...line.matchAll(variable)].flatMap(([, key = '']) => [
        find('env', key, { ...proof, says: place.texts.seen.reads(key) }),
        ...(isToken(line)
          ? [find('needs', `private packages: ${key}`, { ...proof, says: place.texts.seen.reads(key) })]
          : []),
      ])
      if (!url || isPublic.test(url)) return isToken(line) ? [...names, ...token(line, proof, place.texts)] : names
      const host = /^https?:\/\/([^/\s]+)/.exec(url)?.[1] ?? url
      return [...names, find('remark', place.texts.seen.privateRemark(scope ?? null, host, proof.path), proof)]
    })
  })
}

const isToken = (line: string) => /_authToken\s*=|npmAuthToken:/.test(line)

// The value itself is never repeated.
function token(line: string, proof: Finding['proof'][0], texts: Texts): readonly Finding[] {
  if (/\$\{?[A-Za-z_]/.test(line)) return []
  return [find('remark', texts.seen.plainToken(proof.path), { ...proof, says: texts.seen.holdsToken })]
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
    const says = isGit ? place.texts.seen.gitOverSsh : place.texts.seen.fetchedFrom(host ?? '')
    return [
      find(
        'remark',
        place.texts.seen.packageRemark(name, says),
        place.proof('package.json', `"${name}": "${range}"`, `"${name}":`),
      ),
    ]
  })
}
