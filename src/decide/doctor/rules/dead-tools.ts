import { get, record } from '../../../detect/json.ts'
import type { Complaint } from '../../../model.ts'
import { table } from '../../../render/facts-table.ts'
import { aged } from '../age.ts'
import { linesOf, proofOf } from '../lines.ts'
import type { Patient } from '../patient.ts'
import { plain, type Rule } from '../rule.ts'

const cdk = { date: '2023-06-01', source: 'https://aws.amazon.com/blogs/devops/cdk-v1-end-of-support/' }
const gitLab = { date: '2024-05-16', source: 'https://docs.gitlab.com/ci/secrets/id_token_authentication/' }

/** Ways to deliver whose support is over: AWS Copilot, version 1 of the AWS CDK, tokens that GitLab took out. */
export const deadTools: Rule = {
  id: 'dead-tools',
  examine: (patient) => [...copilot(patient), ...cdkOne(patient), ...gitLabToken(patient)],
}

type Found = readonly Omit<Complaint, 'rule'>[]

function copilot({ existing, today, texts: { doctor }, outcome }: Patient): Found {
  const { date, source } = table['copilot-ended']
  const age = aged(date, today)
  const manifests = existing.filter(({ to }) => to === 'copilot')
  if (age === null || manifests.length === 0) return []
  const target = outcome.choices.find((choice) => choice.target !== null)?.target ?? 'ecr'
  return [
    {
      ...plain,
      ...age,
      says: doctor.copilot(date),
      evidence: manifests.map(({ path, line, what }) => ({ path, line, says: what })),
      fact: { date, source },
      mend: { kind: 'command', command: `/cicd setup --target=${target}` },
    },
  ]
}

function cdkOne({ tree, repository, today, texts: { doctor } }: Patient): Found {
  const age = aged(cdk.date, today)
  const manifests = [...tree.files.keys()].filter((path) => {
    if (!/(?:^|\/)package\.json$/.test(path)) return false
    const manifest = repository.json(path)
    return ['dependencies', 'devDependencies'].some((key) => Object.hasOwn(record(get(manifest, key)), '@aws-cdk/core'))
  })
  if (age === null || manifests.length === 0) return []
  const lines = linesOf({ tree }, /(?:^|\/)package\.json$/).filter(
    ({ path, text }) => manifests.includes(path) && text.startsWith('"@aws-cdk/core"'),
  )
  return [
    {
      ...plain,
      ...age,
      says: doctor.cdkOne(cdk.date),
      evidence: lines.map(proofOf),
      fact: cdk,
      mend: { kind: 'text', text: doctor.mendCdkOne },
    },
  ]
}

function gitLabToken(patient: Patient): Found {
  const found = linesOf(patient, /(?:^|\/)\.gitlab-ci\.ya?ml$/).filter(({ text }) =>
    /\bCI_JOB_JWT(?:_V[12])?\b/.test(text),
  )
  if (found.length === 0) return []
  const { doctor } = patient.texts
  return [
    {
      ...plain,
      urgency: 'broken',
      says: doctor.gitLabToken,
      evidence: found.map(proofOf),
      fact: gitLab,
      mend: { kind: 'command', command: '/cicd setup --ci=gitlab' },
    },
  ]
}
