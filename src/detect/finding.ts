import type {
  Dockerfile,
  Evidence,
  Kind,
  Language,
  PackageManager,
  Question,
  Runtime,
  Some,
  Workspace,
} from '../model.ts'
import type { Texts } from '../text.ts'
import type { Stack } from './stack.ts'

/** What a place or a repository is that holds no app: a library, a GitHub Action … The texts have its name. */
export type Other = keyof Texts['others']

/** Evidence before it has an id. */
export type Proof = Omit<Evidence, 'id'>

/** A framework as it is used in one place. `kind` is what it makes of the app there. */
export interface FrameworkUse {
  readonly id: string
  readonly kind: Kind
  readonly major: number | null
  readonly spa: boolean
}

/** What can be found out about a place, one at a time: the first finding of a topic counts, later ones are second opinions. */
export interface Singles {
  language: Language
  framework: FrameworkUse
  /** Overrides the kind of the framework. */
  kind: Kind
  packageManager: PackageManager
  /** Path of the lockfile from the repository root. */
  lockfile: string
  workspace: Workspace
  runtime: Runtime
  /** Null says: looked, and there is none (nothing to install, nothing to build). */
  install: string | null
  /** The install for lint and test, in place of `install`. */
  devInstall: string
  lint: string | null
  build: string | null
  test: string | null
  output: string | null
  start: string | null
  port: number | null
  honoursPort: boolean
  healthPath: string
  dockerfile: Dockerfile
  definition: string
  question: Question
  /** The place is no app of its own: something else, by its key in the texts, or a part of what is delivered from elsewhere. */
  notAnApp: Other | 'part'
}

/** What can be found many times. */
export interface Manies {
  env: string
  needs: string
  imageOnly: string
  remark: string
  /** A process without HTTP that runs beside the web process, from the same code. */
  worker: Process
}

/** One process of an app. */
export interface Process {
  /** `worker`, `scheduler` … as the repository calls it. */
  readonly name: string
  readonly framework: string | null
  readonly start: string
  /** Absent: it is built with the web process. */
  readonly build?: string
}

export type Topics = Singles & Manies

/** One thing found out about one place, with its proof. */
export type Finding<K extends keyof Topics = keyof Topics> = {
  readonly [T in K]: {
    readonly topic: T
    readonly value: Topics[T]
    readonly proof: Some<Proof>
    /** The toolchain it belongs to; absent: it holds for all of them. */
    readonly stack?: Stack
    /** No more than what a framework does when nothing is said: no second opinion. */
    readonly usual?: true
  }
}[K]

/** Makes a finding: `find('build', 'npm run build', proof)`. */
export function find<K extends keyof Topics>(topic: K, value: Topics[K], first: Proof, ...more: readonly Proof[]) {
  return { topic, value, proof: [first, ...more] as const }
}

/** A finding on the topic K. */
export type On<K extends keyof Topics> = Extract<Finding, { readonly topic: K }>

/** The port that a framework listens on when nothing is said. */
export function usualPort(port: number, proof: Proof) {
  return { ...find('port', port, proof), usual: true } as const
}

/** The findings on one topic, in the order in which they were found. */
export function all<K extends keyof Topics>(findings: readonly Finding[], topic: K): readonly On<K>[] {
  return findings.filter((finding): finding is On<K> => finding.topic === topic)
}

/** The first finding on a topic: the one that counts. */
export function first<K extends keyof Topics>(findings: readonly Finding[], topic: K): On<K> | undefined {
  return findings.find((finding): finding is On<K> => finding.topic === topic)
}
