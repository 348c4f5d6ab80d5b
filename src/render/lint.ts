import { bitbucketFaults } from './lint/bitbucket.ts'
import { codePipelineFaults } from './lint/codepipeline.ts'
import { gitlabFaults } from './lint/gitlab.ts'
import { iamFaults } from './lint/iam.ts'
import { jenkinsFaults } from './lint/jenkins.ts'
import { networkFaults } from './lint/network.ts'
import { workflowFaults } from './lint/workflow.ts'
import { yamlFaults } from './lint/yaml.ts'

/** What is wrong with a generated file. `rule` is stable, `says` is for people. */
export interface Fault {
  readonly path: string
  readonly rule: string
  readonly says: string
}

/** A file as a linter sees it. */
export interface Linted {
  readonly path: string
  readonly content: string
}

type Lint = (file: Linted) => readonly Fault[]

/** Which rules a file must keep, by its path. */
const lints: readonly (readonly [RegExp, Lint])[] = [
  [/\.ya?ml$/, yamlFaults],
  [/^\.github\/workflows\/[^/]+\.ya?ml$/, workflowFaults],
  [/^(infra\/.*|(.*\/)?template)\.ya?ml$/, iamFaults],
  [/^infra\/.*\.ya?ml$/, codePipelineFaults],
  [/^infra\/accounts\/.*\.ya?ml$/, networkFaults],
  [/(^|\/)\.?gitlab-ci\.yml$/, gitlabFaults],
  [/(^|\/)bitbucket-pipelines\.yml$/, bitbucketFaults],
  [/(^|\/)Jenkinsfile$/, jenkinsFaults],
]

/** The faults of generated files against our own rules; empty: none. Pure and fast, so that it can run before anything is written. */
export function lint(files: readonly Linted[]): readonly Fault[] {
  return files.flatMap((file) => lints.filter(([paths]) => paths.test(file.path)).flatMap(([, check]) => check(file)))
}
