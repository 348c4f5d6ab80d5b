import type { App, CiId, Context } from '../../model.ts'
import { providerNames } from '../../render/provider-names.ts'
import type { Verdict } from '../target.ts'
import { hasImages } from './statements.ts'

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

// Their jobs run in containers, which share no folder with the containers that they start.
const inContainers: ReadonlySet<CiId> = new Set(['gitlab', 'bitbucket', 'jenkins'])

export function fitsSam(app: App, _: Context, ci: CiId): Verdict {
  if (app.language === null && !hasImages(app) && inContainers.has(ci)) {
    const because = `The functions of ${app.name} are of several languages, so they are built in containers, which a job of ${providerNames[ci]} is one of itself. GitHub Actions and CodePipeline can do that.`
    return { ok: false, id: 'sam.ci', because }
  }
  return { ...servesSam(app), id: 'sam.fits' }
}
