import type { App, Delivery } from '../../model.ts'

/** The version of the SAM CLI in the build images, which are tagged by it: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-image-repositories.html (2026-07-22). */
const samVersion = '1.164.0'

/** The build image of Docker's own engine for clients and service: https://hub.docker.com/_/docker (2026-11). */
export const dockerImage = 'public.ecr.aws/docker/library/docker:29'

/** The container image that jobs of GitLab, Bitbucket and Jenkins run in: the app's language with the SAM CLI, the AWS CLI and jq. */
export function jobImage({ app }: Pick<Delivery, 'app'>): string {
  return `public.ecr.aws/sam/build-${runtime(app)}:${samVersion}`
}

/** The image that jobs run in which only deploy: the AWS CLI and jq, no language. */
export const deployImage = `public.ecr.aws/sam/build-provided.al2023:${samVersion}`

/** The image that an app is tested in: the SAM CLI where it is needed, else the official image of the language. */
export function testImage({ app, kind }: Pick<Delivery, 'app' | 'kind'>): string {
  if (kind !== 'image') return jobImage({ app })
  const official = officialImages[app.language ?? '']
  if (app.language === 'dotnet') return `mcr.microsoft.com/dotnet/sdk:${version(app, '10')}.0`
  return official ? `public.ecr.aws/docker/library/${official(app)}` : deployImage
}

/** Docker's official images, by language, in the version that the app pins. */
const officialImages: Readonly<Record<string, (app: App) => string>> = {
  node: (app) => `node:${version(app, '22')}`,
  python: (app) => `python:${version(app, '3.13')}`,
  go: (app) => `golang:${version(app, '1.25')}`,
  java: (app) =>
    app.packageManager?.name === 'gradle'
      ? `gradle:9-jdk${version(app, '21')}`
      : `maven:3-amazoncorretto-${version(app, '21')}`,
  ruby: (app) => `ruby:${version(app, '3.4')}`,
  rust: (app) => `rust:${version(app, '1')}`,
}

/** Versions of repositories reach a file only where they look like one. */
function version(app: App, fallback: string): string {
  const pinned = app.runtime?.version ?? ''
  return /^\d+(\.\d+)*$/.test(pinned) ? pinned : fallback
}

/** The runtimes that have a build image, by language; the newest first, which stands in for a version that has none. */
const runtimes: Readonly<
  Record<string, { readonly name: (version: string) => string; readonly versions: readonly string[] }>
> = {
  node: { name: (version) => `nodejs${version}.x`, versions: ['22', '24', '20'] },
  python: { name: (version) => `python${version}`, versions: ['3.14', '3.13', '3.12', '3.11', '3.10'] },
  java: { name: (version) => `java${version}`, versions: ['21', '25', '17', '11'] },
  ruby: { name: (version) => `ruby${version}`, versions: ['3.4', '3.3'] },
  dotnet: { name: (version) => `dotnet${version}`, versions: ['10', '8'] },
}

function runtime(app: App): string {
  const known = runtimes[app.language ?? '']
  if (known === undefined) return 'provided.al2023'
  const version = known.versions.find((one) => one === app.runtime?.version) ?? known.versions[0] ?? ''
  return known.name(version)
}

/** The runtimes of CodeBuild's standard image 5.0: https://github.com/aws/aws-codebuild-docker-images/blob/master/al/x86_64/standard/5.0/runtimes.yml (2026-11). */
const codeBuild: Readonly<
  Record<
    string,
    { readonly key: string; readonly versions: readonly string[]; readonly as?: (version: string) => string }
  >
> = {
  node: { key: 'nodejs', versions: ['22', '24', '20'] },
  python: { key: 'python', versions: ['3.14', '3.13', '3.12', '3.11', '3.10'] },
  java: { key: 'java', versions: ['21', '25', '17', '11'], as: (version) => `corretto${version}` },
  go: { key: 'golang', versions: ['1.26', '1.25', '1.24', '1.23', '1.22'] },
  ruby: { key: 'ruby', versions: ['3.4', '4.0', '3.3', '3.2'] },
  dotnet: { key: 'dotnet', versions: ['10.0', '8.0'] },
  php: { key: 'php', versions: ['8.4', '8.5', '8.3', '8.2'] },
}

/** `runtime-versions` of a buildspec; empty: the image's own. */
export function codeBuildRuntimes(app: App): Readonly<Record<string, string>> {
  const known = codeBuild[app.language ?? '']
  if (known === undefined) return {}
  const wanted = app.runtime?.version ?? ''
  const version = known.versions.find((one) => one === wanted || one === `${wanted}.0`) ?? known.versions[0] ?? ''
  return { [known.key]: known.as?.(version) ?? version }
}
