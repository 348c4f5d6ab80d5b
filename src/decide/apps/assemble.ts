import { all, type Finding, first, type Proof } from '../../detect/finding.ts'
import type { PlaceFindings } from '../../detect.ts'
import type { App, Evidence, Kind, Some } from '../../model.ts'
import type { Draft } from './draft.ts'

/** Puts the findings of one place together: the first finding of a topic counts. Evidence ids are given later. */
export function assemble({ place, stack, findings: found, beside }: PlaceFindings): Draft {
  const findings = habitsLast(found)
  const notAnApp = first(findings, 'notAnApp')?.value ?? null
  const kind = kindOf(findings)
  const evidence = evidenceOf(findings)
  if (notAnApp !== null || kind === null || evidence === null)
    return { place, stack, findings, beside, app: null, notAnApp }
  const framework = first(findings, 'framework')?.value ?? null
  const app: App = {
    root: place.root,
    name: 'app',
    kind,
    language: first(findings, 'language')?.value ?? null,
    framework: framework?.id ?? null,
    frameworkMajor: framework?.major ?? null,
    spa: framework?.spa ?? false,
    ...tools(findings),
    ...commandsOf(kind, findings),
    ...(kind === 'serverless' ? notServed : {}),
    ...surroundings(findings),
    occupied: [...place.folder.files].filter((name) => /^(?:Dockerfile|\.dockerignore)$/i.test(name)).sort(),
    evidence,
  }
  return { place, stack, findings, beside, app, notAnApp: null }
}

// A port that is only a habit of the framework gives way to one that something says.
function habitsLast(findings: readonly Finding[]): readonly Finding[] {
  const isHabit = (finding: Finding) => finding.topic === 'port' && finding.usual === true
  const said = findings.some((finding) => finding.topic === 'port' && !finding.usual)
  if (!said || !findings.some(isHabit)) return findings
  return [...findings.filter((finding) => !isHabit(finding)), ...findings.filter(isHabit)]
}

function kindOf(findings: readonly Finding[]): Kind | null {
  return (
    first(findings, 'kind')?.value ??
    first(findings, 'framework')?.value.kind ??
    (first(findings, 'worker') ? 'worker' : null)
  )
}

// A serverless app is started by its provider, and its tool decides what is published.
const notServed = { output: null, start: null, port: null, honoursPort: null, healthPath: null }

function tools(findings: readonly Finding[]) {
  return {
    packageManager: first(findings, 'packageManager')?.value ?? null,
    lockfile: first(findings, 'lockfile')?.value ?? null,
    workspace: first(findings, 'workspace')?.value ?? null,
    runtime: first(findings, 'runtime')?.value ?? null,
    dockerfile: first(findings, 'dockerfile')?.value ?? null,
    definition: first(findings, 'definition')?.value ?? null,
  }
}

/** Pages and functions have no process of their own; a process has the folder of its build, never one of pages. */
function commandsOf(kind: Kind, findings: readonly Finding[]) {
  const all = commands(findings)
  if (kind === 'static' || kind === 'serverless')
    return { ...all, start: null, port: null, honoursPort: null, healthPath: null }
  const noHttp = kind === 'worker' ? { port: null, honoursPort: null, healthPath: null } : {}
  const output = first(findings, 'output')
  const isBuilt = output?.stack === 'node' && first(findings, 'framework')?.value.kind !== 'static'
  return { ...all, ...noHttp, output: kind === 'ssr' || isBuilt ? all.output : null }
}

function commands(findings: readonly Finding[]) {
  return {
    install: first(findings, 'install')?.value ?? null,
    devInstall: first(findings, 'devInstall')?.value ?? null,
    lint: first(findings, 'lint')?.value ?? null,
    build: first(findings, 'build')?.value ?? null,
    test: first(findings, 'test')?.value ?? null,
    output: first(findings, 'output')?.value ?? null,
    start: first(findings, 'start')?.value ?? null,
    port: first(findings, 'port')?.value ?? null,
    honoursPort: first(findings, 'honoursPort')?.value ?? null,
    healthPath: first(findings, 'healthPath')?.value ?? null,
  }
}

function surroundings(findings: readonly Finding[]) {
  const values = (topic: 'env' | 'needs' | 'imageOnly' | 'remark') => [
    ...new Set(all(findings, topic).map((finding) => finding.value)),
  ]
  return {
    env: values('env'),
    needs: values('needs'),
    imageOnly: values('imageOnly'),
    remarks: values('remark'),
    question: first(findings, 'question')?.value ?? null,
  }
}

const many: ReadonlySet<string> = new Set(['env', 'needs', 'imageOnly', 'remark', 'worker'])

/**
 * The proof of each finding that counts, without repeats: a file that proves several things by being there stands once, and of two that say
 * the same of a line the one that says more.
 */
function evidenceOf(findings: readonly Finding[]): Some<Evidence> | null {
  const proofs = new Map<string, Proof>()
  const settled = new Set<string>()
  for (const finding of findings) {
    if (settled.has(finding.topic)) continue
    if (!many.has(finding.topic)) settled.add(finding.topic)
    if (finding.topic === 'env') continue
    for (const proof of finding.proof) keep(proof, proofs)
  }
  const [head, ...rest] = [...proofs.values()].map((proof) => ({ id: '', ...proof }))
  return head ? [head, ...rest] : null
}

function keep(proof: Proof, proofs: Map<string, Proof>): void {
  const { path, line, says } = proof
  const place = `${path}:${line}`
  if (line === null) {
    if (!proofs.has(place)) proofs.set(place, proof)
    return
  }
  for (const [key, other] of proofs) {
    if (other.path !== path || other.line !== line) continue
    if (other.says.includes(says)) return
    if (says.includes(other.says)) {
      proofs.set(key, proof)
      return
    }
  }
  proofs.set(`${place}:${says}`, proof)
}
