import type { App, CiId, Context } from '../../model.ts'
import type { Verdict } from '../target.ts'

export function servesCdk(app: App): Verdict {
  if (app.framework !== 'cdk' || app.definition === null) {
    return { ok: false, id: 'cdk.no-app', because: 'There is no CDK app (`cdk.json`).' }
  }
  const because = `\`${app.definition}\` makes it a CDK app: GitHub Actions shows the difference and deploys it through the roles of the CDK bootstrap.`
  return { ok: true, id: 'cdk.serves', because }
}

export function fitsCdk(app: App, _: Context, ci: CiId): Verdict {
  if (ci !== 'github-actions') {
    return { ok: false, id: 'cdk.ci', because: `The workflow is written for GitHub Actions, not for ${ci}.` }
  }
  return { ...servesCdk(app), id: 'cdk.fits' }
}
