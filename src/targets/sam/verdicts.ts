import type { App, CiId, Context } from '../../model.ts'
import { providerNames } from '../../render/provider-names.ts'
import { type Texts, textsOf } from '../../text.ts'
import type { Verdict } from '../target.ts'
import { hasImages } from './statements.ts'

/** SAM templates and nothing else: plain CloudFormation, CDK and the Serverless Framework have their own tools (case G15). */
export function servesSam(app: App, texts: Texts): Verdict {
  if (app.framework === 'sam' && app.definition !== null) {
    return {
      ok: true,
      id: 'sam.serves',
      because: texts.sam.serves(app.definition),
    }
  }
  const because =
    app.kind === 'serverless' && app.framework !== null
      ? texts.sam.otherTemplate(otherOf(app.framework, texts) ?? app.framework)
      : texts.sam.noTemplate
  return { ok: false, id: 'sam.no-template', because }
}

function otherOf(framework: string, { sam }: Texts): string | null {
  const found = Object.entries(sam.others).find(([id]) => id === framework)
  return found?.[1] ?? null
}

// Their jobs run in containers, which share no folder with the containers that they start.
const inContainers: ReadonlySet<CiId> = new Set(['gitlab', 'bitbucket', 'jenkins'])

export function fitsSam(app: App, context: Context, ci: CiId): Verdict {
  const texts = textsOf(context)
  if (app.language === null && !hasImages(app) && inContainers.has(ci)) {
    const because = texts.sam.inContainers(app.name, providerNames[ci])
    return { ok: false, id: 'sam.ci', because }
  }
  return { ...servesSam(app, texts), id: 'sam.fits' }
}
