import type { App, Context } from '../../model.ts'
import type { Verdict } from '../target.ts'

/** SAM templates and nothing else: plain CloudFormation, CDK and the Serverless Framework have their own tools (case G15). */
export function servesSam(app: App): Verdict {
  if (app.framework === 'sam' && app.definition !== null) {
    return {
      ok: true,
      id: 'sam.serves',
      because: `\`${app.definition}\` is a SAM template: a pipeline builds it once and takes the same artifact from environment to environment.`,
    }
  }
  const because =
    app.kind === 'serverless' && app.framework !== null
      ? `SAM pipelines deploy SAM templates; this is ${names[app.framework] ?? app.framework}.`
      : 'There is no SAM template.'
  return { ok: false, id: 'sam.no-template', because }
}

const names: Readonly<Record<string, string>> = {
  cdk: 'a CDK app',
  cloudformation: 'a plain CloudFormation template',
  'serverless-framework': 'a Serverless Framework service',
  sst: 'an SST app',
  chalice: 'a Chalice app',
}

export function fitsSam(app: App, { request, config }: Context): Verdict {
  const ci = request.ci ?? config.apps.find((entry) => entry.path === app.root)?.ci ?? 'github-actions'
  if (ci !== 'github-actions') {
    return { ok: false, id: 'sam.ci', because: `The pipeline is written for GitHub Actions, not for ${ci}.` }
  }
  return { ...servesSam(app), id: 'sam.fits' }
}
