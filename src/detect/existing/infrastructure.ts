import type { Existing } from '../../model.ts'
import type { ExistingDetector } from '../detector.ts'
import type { Repository } from '../repository.ts'

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
    for (const folder of repository.folders)
      for (const one of kinds) {
        if (found.some(({ to, root }) => to !== null && sameTool(to, one.to) && root !== null && isBelow(folder, root)))
          continue
        const path = firstOf(repository, folder, one)
        if (path) found.push({ path, what: one.what, role: 'config', to: one.to, root: folder, line: null })
      }
    return found
  },
}

const sameTool = (one: string, other: string) =>
  one === other || (one.endsWith('terraform') && other.endsWith('terraform'))
const isBelow = (folder: string, root: string) => root === '.' || folder === root || folder.startsWith(`${root}/`)

function firstOf(repository: Repository, folder: string, { name, holds }: Infrastructure): string | undefined {
  const files = [...(repository.folder(folder)?.files ?? [])].filter((file) => name.test(file)).sort()
  const paths = files.map((file) => (folder === '.' ? file : `${folder}/${file}`))
  return holds ? paths.find((path) => holds.test(repository.text(path) ?? '')) : paths[0]
}
