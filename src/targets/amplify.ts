import type { App, Choice, Context, Rendering, Some } from '../model.ts'
import { fact } from '../render/facts.ts'
import { code } from '../render/markdown.ts'
import { textsOf } from '../text.ts'
import { buildSpec } from './amplify/build-spec.ts'
import { headersFile } from './amplify/headers.ts'
import { hosting, needsCompute } from './amplify/hosting.ts'
import { amplifyStack, optionalSteps } from './amplify/optional-steps.ts'
import { amplifyHost } from './amplify/provision.ts'
import { amplifySteps } from './amplify/steps.ts'
import { amplifyTemplate, templatePath } from './amplify/template.ts'
import { warningsFor } from './amplify/warnings.ts'
import type { Target, Verdict } from './target.ts'

/** Amplify Hosting: static sites, and server-side rendering that it can run. It builds from the repository itself; no workflow deploys. */
export const amplify: Target = {
  id: 'amplify',
  serves: hosting,
  fits,
  render,
  host: amplifyHost,
  workflow: () => null,
}

function fits(app: App, context: Context): Verdict {
  const { repository, aws } = context
  const texts = textsOf(context)
  if (repository.enterprise || repository.host.endsWith('.ghe.com')) {
    const because = texts.amplify.githubOnly
    return { ok: false, id: 'amplify.github-com-only', because }
  }
  if (aws.partition !== 'aws') {
    return {
      ok: false,
      id: 'amplify.partition',
      because: texts.amplify.notOffered(aws.partition),
    }
  }
  const because = texts.amplify.fits(hosting(app, texts).because)
  return { ok: true, id: 'amplify.fits', because }
}

function render(choices: Some<Choice>, context: Context): Rendering {
  const texts = textsOf(context)
  const apps = choices.map((choice) => choice.app)
  const branch = context.repository.defaultBranch
  const compute = apps.some(needsCompute)
  const sites = texts.amplify.sites(apps.length)
  return {
    files: [
      {
        path: 'amplify.yml',
        mode: '100644',
        content: buildSpec(apps),
        purpose: texts.amplify.buildSettings(sites),
      },
      ...headersFile(apps, context),
      {
        path: templatePath,
        mode: '100644',
        content: amplifyTemplate(apps, context),
        purpose: texts.amplify.optionalTemplate,
      },
    ],
    steps: [...apps.flatMap((app) => amplifySteps(app, context)), ...optionalSteps(apps, context)],
    settings: [],
    permissions: [],
    bootstrap: null,
    happens: [
      {
        when: texts.amplify.onMerge,
        what: texts.amplify.merged,
      },
      {
        when: texts.amplify.everyPush(code(branch)),
        what: texts.amplify.pushed,
      },
    ],
    warnings: apps.flatMap((app) => warningsFor(app, context)),
    costs: [texts.amplify.costs(compute)],
    leftovers: [texts.amplify.leftover(amplifyStack(context))],
    facts: [
      fact('amplify-github-app'),
      fact('amplify-quotas'),
      ...(apps.some((app) => app.root !== '.') ? [fact('amplify-monorepo')] : []),
      ...(compute ? [fact('amplify-ssr-node')] : [fact('amplify-default-node')]),
      ...(apps.some((app) => app.framework === 'next' && needsCompute(app)) ? [fact('amplify-ssr-next')] : []),
      ...(apps.some((app) => app.framework !== 'next' && needsCompute(app)) ? [fact('amplify-ssr-spec')] : []),
      ...(compute ? [fact('amplify-previews')] : []),
    ],
    delivery: [
      texts.pullRequest.pushTo(branch),
      texts.amplify.builds,
      compute ? texts.amplify.serverAndFiles : texts.amplify.staticFiles,
      'CloudFront',
      texts.amplify.visitors,
    ],
  }
}
