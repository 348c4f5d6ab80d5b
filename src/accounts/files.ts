import type { GeneratedFile } from '../model.ts'
import { guardrails } from './cloudformation/guardrails.ts'
import { imagesTemplate } from './cloudformation/images.ts'
import { permissionSets } from './cloudformation/people.ts'
import { folder } from './deployment.ts'
import { functionsScript } from './functions-script.ts'
import { pipelinePath } from './pipeline.ts'
import { guardrailsPath, permissionSetsPath } from './plan/landing.ts'
import type { Ground, Phase } from './plan/phase.ts'
import { imagesPath } from './plan/shared.ts'
import { planDocument } from './plan-document.ts'
import { terraformFiles } from './terraform.ts'

export const planPath = `${folder}/PLAN.md`

/** Every file of the proposal but its lock. */
export function filesOf(phases: readonly Phase[], ground: Ground): readonly GeneratedFile[] {
  const { landscape, pipeline, texts } = ground
  const { purposes } = texts.accounts
  const workloads = landscape.accounts.filter(({ role }) => role === 'workload')
  const plain = (path: string, content: string, purpose: string): GeneratedFile => ({
    path,
    mode: '100644',
    content,
    purpose,
  })
  return [
    plain(planPath, planDocument(phases, ground), purposes.plan),
    plain(`${folder}/functions.sh`, functionsScript(landscape.region), purposes.functions),
    plain(permissionSetsPath, permissionSets(workloads), purposes.permissionSets),
    plain(guardrailsPath, guardrails(), purposes.guardrails),
    ...(landscape.wish.images === 'shared' ? [plain(imagesPath, imagesTemplate(workloads), purposes.images)] : []),
    ...(pipeline.template === null ? [] : [plain(pipelinePath, pipeline.template, purposes.pipeline)]),
    ...(landscape.wish.format === 'terraform' ? terraformFiles(ground) : templates(ground)),
  ]
}

function templates({ deployments, texts }: Ground): readonly GeneratedFile[] {
  const { purposes } = texts.accounts
  const byPath = new Map(deployments.map((one) => [one.path, one]))
  return [...byPath.values()].map(
    ({ path, content, account }): GeneratedFile => ({
      ...{ path, mode: '100644', content },
      purpose: path === `${folder}/vpc.yaml` ? purposes.vpc : purposes.network(account),
    }),
  )
}
