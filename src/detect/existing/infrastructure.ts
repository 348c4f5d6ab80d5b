import type { Existing } from '../../model.ts'
import type { ExistingDetector } from '../detector.ts'
import { filesIn, foldersWithin, type Repository } from '../repository.ts'

interface Infrastructure {
  readonly what: string
  readonly to: string
  readonly name: RegExp
  /** Text that the file has to hold. */
  readonly holds?: RegExp
}

const kinds: readonly Infrastructure[] = [
  {
    what: 'Terraform for AWS',
    to: 'AWS by terraform',
    name: /\.tf$/,
    holds: /provider\s+"aws"|resource\s+"aws_|hashicorp\/aws/,
  },
  { what: 'Terraform', to: 'terraform', name: /\.tf$/ },
  { what: 'Helm chart', to: 'kubernetes', name: /^Chart\.yaml$/ },
  { what: 'Kustomize', to: 'kubernetes', name: /^kustomization\.ya?ml$/ },
  {
    what: 'Kubernetes manifests',
    to: 'kubernetes',
    name: /\.ya?ml$/,
    holds: /^kind:\s*(Deployment|StatefulSet|DaemonSet)\s*$/m,
  },
]

/** Infrastructure as code, named once for each folder of the top; what lies below it is the same thing. */
export const infrastructure: ExistingDetector = {
  id: 'infrastructure',
  reads: [
    'main.tf',
    'providers.tf',
    'provider.tf',
    'versions.tf',
    'terraform.tf',
    'backend.tf',
    'Chart.yaml',
    'kustomization.yaml',
    'kustomization.yml',
    'k8s/*.yaml',
    'k8s/*.yml',
    'kubernetes/*.yaml',
    'k8s-specifications/*.yaml',
    'deployment.yaml',
    'deployment.yml',
  ],
  find(repository) {
    const found: Existing[] = []
    for (const folder of foldersWithin(repository, 4)) {
      const files = filesIn(repository, folder, (name) => /\.(tf|ya?ml)$/.test(name))
      if (files.length === 0) continue
      const known = found.filter(({ root }) => root !== null && isBelow(folder, root))
      for (const one of kinds) {
        if (known.some(({ to }) => to !== null && sameTool(to, one.to))) continue
        const path = firstOf(repository, files, one)
        const entry: Existing = {
          path: path ?? '',
          what: one.what,
          role: 'config',
          to: one.to,
          root: folder,
          line: null,
        }
        if (path) known.push(entry)
        if (path) found.push(entry)
      }
    }
    return found
  },
}

const sameTool = (one: string, other: string) =>
  one === other || (one.endsWith('terraform') && other.endsWith('terraform'))
const isBelow = (folder: string, root: string) => root === '.' || folder === root || folder.startsWith(`${root}/`)

function firstOf(repository: Repository, paths: readonly string[], one: Infrastructure): string | undefined {
  const { name, holds } = one
  return paths.find(
    (path) => name.test(path.slice(path.lastIndexOf('/') + 1)) && (!holds || holds.test(repository.text(path) ?? '')),
  )
}
