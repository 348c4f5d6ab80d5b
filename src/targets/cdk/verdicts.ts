import type { App, CiId, Context } from '../../model.ts'
import { providerNames } from '../../render/provider-names.ts'
import { type Texts, textsOf } from '../../text.ts'
import { languageName } from '../language-name.ts'
import type { Verdict } from '../target.ts'

export function servesCdk(app: App, texts: Texts): Verdict {
  if (app.framework !== 'cdk' || app.definition === null) {
    return { ok: false, id: 'cdk.no-app', because: texts.cdk.noApp }
  }
  const because = texts.cdk.serves(app.definition)
  return { ok: true, id: 'cdk.serves', because }
}

// Their jobs run in one image, which has Node.js or another language and not both.
const oneLanguage: ReadonlySet<CiId> = new Set(['gitlab', 'bitbucket', 'jenkins'])

export function fitsCdk(app: App, context: Context, ci: CiId): Verdict {
  const texts = textsOf(context)
  if (oneLanguage.has(ci) && app.language !== 'node') {
    const because = texts.cdk.oneLanguage(languageName(app, texts), providerNames[ci])
    return { ok: false, id: 'cdk.ci', because }
  }
  return { ...servesCdk(app, texts), id: 'cdk.fits' }
}
