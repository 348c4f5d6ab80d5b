import type { Context, Delivery, GeneratedFile, ProviderId, Rendering, Some, Step } from '../model.ts'
import { type Texts, textsOf } from '../text.ts'
import { code } from './markdown.ts'
import { providerNames } from './provider-names.ts'
import { assumeRoleScript } from './providers/assume-role.ts'
import { bitbucketFile } from './providers/bitbucket.ts'
import { buildScript } from './providers/build-script.ts'
import { pipelineStack } from './providers/codepipeline/names.ts'
import { codePipelineFiles } from './providers/codepipeline.ts'
import { gitlabFile } from './providers/gitlab.ts'
import { jenkinsFile } from './providers/jenkins.ts'
import { bitbucketSteps } from './providers/steps/bitbucket.ts'
import { codePipelineSteps } from './providers/steps/codepipeline.ts'
import { gitlabSteps } from './providers/steps/gitlab.ts'
import { jenkinsSteps } from './providers/steps/jenkins.ts'
import { testStores } from './providers/test-stores.ts'

/** A provider as a whole: its files and what a person does for it. */
interface Provider {
  readonly files: (deliveries: readonly Delivery[], context: Context) => readonly GeneratedFile[]
  readonly steps: (deliveries: readonly Delivery[], context: Context) => readonly Step[]
  /** Whether stores that tests need can run beside a job. */
  readonly stores: boolean
  /** Which text tells what it costs. */
  readonly costs: 'costsGitlab' | 'costsBitbucket' | 'costsJenkins' | 'costsCodePipeline'
}

const providers: Readonly<Record<ProviderId, Provider>> = {
  gitlab: {
    files: (deliveries, context) => [gitlabFile(deliveries, context)],
    steps: gitlabSteps,
    stores: true,
    costs: 'costsGitlab',
  },
  bitbucket: {
    files: (deliveries, context) => [bitbucketFile(deliveries, context)],
    steps: bitbucketSteps,
    stores: true,
    costs: 'costsBitbucket',
  },
  jenkins: {
    files: (deliveries, context) => [jenkinsFile(deliveries, context), assumeRoleScript(textsOf(context).providers)],
    steps: jenkinsSteps,
    stores: false,
    costs: 'costsJenkins',
  },
  codepipeline: {
    files: (deliveries, context) => [
      ...codePipelineFiles(deliveries, context),
      assumeRoleScript(textsOf(context).providers),
    ],
    steps: codePipelineSteps,
    stores: false,
    costs: 'costsCodePipeline',
  },
}

/**
 * What a provider other than GitHub Actions needs for all apps of the repository: its one file, or a pipeline for each app, the scripts
 * they share, and the steps. Null: nothing is delivered by such a provider.
 */
export function renderProvider(renderings: readonly Rendering[], context: Context): Rendering | null {
  const deliveries = renderings.flatMap((rendering) => rendering.deliveries ?? [])
  const [first] = deliveries
  if (!first) return null
  const texts = textsOf(context).providers
  const provider = providers[first.provider]
  const delivery: Some<string> = [textsOf(context).pullRequest.pushTo(context.repository.defaultBranch)]
  return {
    files: [
      ...deliveries.filter(({ build }) => build.length > 0).map((one) => buildScript(one, texts)),
      ...provider.files(deliveries, context),
    ],
    steps: provider.steps(deliveries, context),
    settings: [],
    permissions: [],
    bootstrap: null,
    happens: [{ when: texts.everyBranch, what: tested(first.provider, deliveries, texts) }],
    warnings: provider.stores ? [] : deliveries.flatMap((one) => withoutStores(one, texts)),
    costs: [texts[provider.costs]],
    leftovers:
      first.provider === 'codepipeline'
        ? deliveries.map((one) => leftover(one, context, texts))
        : [texts.settingsStay(providerNames[first.provider])],
    facts: [],
    delivery,
  }
}

type Catalogue = Texts['providers']

function tested(provider: ProviderId, deliveries: readonly Delivery[], texts: Catalogue): string {
  if (provider === 'codepipeline') return texts.pipelinesStart
  return texts.tested(providerNames[provider], deliveries.map(({ app }) => app.name).join(', '))
}

function withoutStores({ app, provider }: Delivery, texts: Catalogue): readonly string[] {
  const stores = testStores(app).map(({ name }) => code(name))
  return stores.length === 0 ? [] : [texts.withoutStores(app.name, stores, providerNames[provider])]
}

function leftover({ app }: Delivery, context: Context, texts: Catalogue): string {
  return texts.pipelineStack(pipelineStack(app, context), app.name)
}
