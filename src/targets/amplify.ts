import type { App, Choice, Context, Rendering, Some } from '../model.ts'
import { fact } from '../render/facts.ts'
import { code } from '../render/markdown.ts'
import { buildSpec } from './amplify/build-spec.ts'
import { headersFile } from './amplify/headers.ts'
import { hosting, needsCompute } from './amplify/hosting.ts'
import { amplifyStack, optionalSteps } from './amplify/optional-steps.ts'
import { amplifySteps } from './amplify/steps.ts'
import { amplifyTemplate, templatePath } from './amplify/template.ts'
import { warningsFor } from './amplify/warnings.ts'
import type { Target, Verdict } from './target.ts'

/** Amplify Hosting: static sites, and server-side rendering that it can run. It builds from the repository itself; no workflow deploys. */
export const amplify: Target = {
  id: 'amplify',
  title: 'Amplify Hosting',
  serves: hosting,
  fits,
  render,
}

const optional = 'Can be left out: the Amplify app as CloudFormation, for those who would rather not use the console'

function fits(app: App, { repository, aws }: Context): Verdict {
  if (repository.enterprise || repository.host.endsWith('.ghe.com')) {
    const because = 'Amplify Hosting connects to github.com only, and this repository is on another GitHub server.'
    return { ok: false, id: 'amplify.github-com-only', because }
  }
  if (aws.partition !== 'aws') {
    return {
      ok: false,
      id: 'amplify.partition',
      because: `Amplify Hosting is not offered in the ${aws.partition} partition.`,
    }
  }
  const because = `${hosting(app).because} Amplify Hosting builds and publishes every push by itself, without a pipeline to keep.`
  return { ok: true, id: 'amplify.fits', because }
}

function render(choices: Some<Choice>, context: Context): Rendering {
  const apps = choices.map((choice) => choice.app)
  const branch = context.repository.defaultBranch
  const compute = apps.some(needsCompute)
  const sites = apps.length === 1 ? 'the site' : `${apps.length} sites`
  return {
    files: [
      {
        path: 'amplify.yml',
        mode: '100644',
        content: buildSpec(apps),
        purpose: `Build settings of Amplify Hosting for ${sites}`,
      },
      ...headersFile(apps, context),
      { path: templatePath, mode: '100644', content: amplifyTemplate(apps, context), purpose: optional },
    ],
    steps: [...apps.flatMap((app) => amplifySteps(app, context)), ...optionalSteps(apps, context)],
    settings: [],
    permissions: [],
    bootstrap: null,
    happens: [
      {
        when: 'On merge',
        what: 'The build settings are in the repository. Nothing is published until Amplify is connected once (see the steps).',
      },
      {
        when: `On every push to ${code(branch)}, once connected`,
        what: 'Amplify builds and publishes the site. A failed build leaves the last version in place.',
      },
    ],
    warnings: apps.flatMap((app) => warningsFor(app, context)),
    costs: [
      `Amplify Hosting has no fixed price: it bills build minutes, data stored and data served${compute ? ', and requests and duration of the server code' : ''}. See https://aws.amazon.com/amplify/pricing/`,
    ],
    leftovers: [
      `The Amplify app itself: Amplify console, the app, *App settings*, *General settings*, *Delete app*; or \`aws cloudformation delete-stack --stack-name ${amplifyStack(context)}\`.`,
    ],
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
      `push to ${branch}`,
      'Amplify Hosting builds',
      compute ? 'server code and static files' : 'static files',
      'CloudFront',
      'visitors',
    ],
  }
}
