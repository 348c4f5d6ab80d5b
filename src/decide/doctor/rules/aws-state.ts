import type { Complaint } from '../../../model.ts'
import { code, tame } from '../../../render/markdown.ts'
import { workflowFiles } from '../lines.ts'
import type { Patient, Watched } from '../patient.ts'
import { plain, type Rule } from '../rule.ts'

/** What is in AWS of what the merged set-up needs: failed, waiting for a person, missing, or not as the templates have it. */
export const awsState: Rule = {
  id: 'aws-state',
  examine: (patient) => [
    ...(patient.watched ?? []).flatMap((one) => stateOf(one, patient)),
    ...brokenConnections(patient),
    ...noProvider(patient),
  ],
}

type Found = readonly Omit<Complaint, 'rule'>[]

function stateOf({ environment, resource, standing }: Watched, { texts }: Patient): Found {
  const { doctor, connect } = texts
  const what = `${connect.kind[resource.kind]} ${code(nameOf(resource))} (${code(environment)})`
  const again = { kind: 'command', command: `/cicd connect --environment=${environment}` } as const
  const link = 'link' in standing ? standing.link : null
  const common = { ...plain, evidence: [], link }
  switch (standing.state) {
    case 'failed':
      return [{ ...common, urgency: 'broken', says: doctor.awsFailed(what, masked(standing.detail)), mend: again }]
    case 'absent':
      return [{ ...common, urgency: 'broken', says: doctor.awsAbsent(what), mend: again }]
    case 'person':
      return [{ ...common, urgency: 'broken', says: doctor.awsPerson(what), mend: again }]
    case 'different':
      return [{ ...common, urgency: 'tidy', says: doctor.awsDifferent(what), mend: again }]
    case 'foreign':
    case 'ready':
    case 'working':
    case 'unknown':
      return []
  }
}

function nameOf(resource: Watched['resource']): string {
  return resource.kind === 'amplify-branch' || resource.kind === 'amplify-release' ? resource.branch : resource.name
}

/** Connections of App Runner that went wrong, where an app is delivered by one. */
function brokenConnections({ context, outcome, texts: { doctor } }: Patient): Found {
  if (outcome.choices.every(({ target }) => target !== 'apprunner')) return []
  const wrong = (context.aws.connections ?? []).filter(({ status }) => status === 'ERROR')
  return wrong.map(({ name }) => ({
    ...plain,
    urgency: 'broken',
    says: doctor.connectionError(code(name)),
    evidence: [],
    mend: { kind: 'command', command: '/cicd connect' },
  }))
}

/** Without the provider no workflow of GitHub can sign in. */
function noProvider(patient: Patient): Found {
  const {
    context,
    watched,
    texts: { doctor },
  } = patient
  if (context.aws.oidcProvider !== false || !signsIn(patient)) return []
  // The stack that makes it is missing, too: one complaint is enough.
  if ((watched ?? []).some(({ standing }) => standing.state === 'absent')) return []
  return [
    {
      ...plain,
      urgency: 'broken',
      says: doctor.noProvider,
      evidence: [],
      mend: { kind: 'command', command: '/cicd connect' },
    },
  ]
}

/** Whether a workflow of ours signs in to AWS; what App Runner or Amplify builds by itself needs no sign-in. */
function signsIn({ tree, lock }: Patient): boolean {
  return Object.keys(lock?.files ?? {}).some(
    (path) => workflowFiles.test(path) && /^\s*id-token:\s*write/m.test(tree.files.get(path) ?? ''),
  )
}

function masked(detail: string): string {
  return tame(detail.replace(/\b\d{12}\b/gu, '************').slice(0, 300))
}
