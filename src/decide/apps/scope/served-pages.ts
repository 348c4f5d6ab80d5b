import type { Proof } from '../../../detect/finding.ts'
import { get, text } from '../../../detect/json.ts'
import { pathFrom } from '../../../detect/path-from.ts'
import type { App } from '../../../model.ts'
import type { Draft, ScopeRule } from '../draft.ts'
import { ownPagesScript } from './own-pages-script.ts'
import { buildingProof, servingProof } from './serving-proof.ts'

/**
 * Pages that a server of the same repository serves are a part of that server: hosted apart from it, they would call an API
 * of another origin. Their build becomes a step of the server's build.
 */
export const servedPages: ScopeRule = {
  id: 'served-pages',
  apply(drafts) {
    const served = drafts.flatMap((pages) => {
      const proofOf = pages.app?.kind === 'static' && !isHostedApart(pages) ? servingProof : buildingProof
      for (const server of drafts) {
        const proof = pages.app?.language === 'node' ? proofOf(server, pages) : null
        if (proof) return [{ pages, server, proof }]
      }
      return []
    })
    const gone = new Set(served.map(({ pages }) => pages))
    return drafts
      .filter((draft) => !gone.has(draft))
      .map((draft) =>
        served
          .filter(({ server }) => server === draft)
          .reduce((whole, { pages, proof }) => withPages(whole, pages, proof), draft),
      )
  },
}

// Its own hosting settings, or an image of its own, say that it is hosted apart, whatever the server could do.
function isHostedApart({ place, app }: Draft): boolean {
  return (
    (app?.dockerfile?.usable === true && app.dockerfile.path.startsWith(`${place.root}/`)) ||
    place.pick('vercel.json', 'netlify.toml', 'amplify.yml', 'firebase.json', 'wrangler.toml', 'static.json') !==
      undefined
  )
}

function withPages(server: Draft, { app: pages, place }: Draft, proof: Proof): Draft {
  const { app } = server
  if (!app || !pages) return server
  const folder = pathFrom(server.place.root, place.root)
  const step = (app.language === 'node' ? null : ownStep(server, folder, pages)) ?? stepIn(folder, pages)
  const known = builds(server, place.root.split('/').at(-1) ?? '')
  const whole: App = {
    ...app,
    build: known || step === null ? app.build : inOrder(app, step),
    imageOnly: app.language === 'node' ? app.imageOnly : [...app.imageOnly, place.texts.apps.pagesWithNode],
    remarks: [...app.remarks, place.texts.apps.servedPages(place.root)],
    evidence: [...app.evidence, { id: '', ...proof }],
  }
  return { ...server, app: whole }
}

// Go and Rust embed the pages, Django collects them: they come first. A build of Node may clear the folder that they go to.
function inOrder({ language, build }: App, pages: string): string {
  const steps = language === 'node' ? [build, pages] : [pages, build]
  return steps.filter((part) => part !== null).join(' && ')
}

/** Whether the server's own build, or the script that it runs, goes into the folder already. */
function builds({ app, place }: Draft, folder: string): boolean {
  const script = /\bbuild\b/.test(app?.build ?? '') ? text(get(place.json('package.json'), 'scripts', 'build')) : null
  return [app?.build, script].some((command) => command?.includes(folder))
}

/** The script of the server's own package.json, which also knows where the result goes. */
function ownStep({ place }: Draft, folder: string, { install }: App): string | null {
  const script = ownPagesScript(place, folder)
  if (!script) return null
  return script.installs || install === null ? script.command : `(cd ${folder} && ${install}) && ${script.command}`
}

/** Install and build of the pages, from the folder of the server. */
function stepIn(folder: string, { install, build, packageManager }: App): string | null {
  const steps = [install, build].filter((step) => step !== null)
  if (steps.length === 0) return null
  if (packageManager?.name === 'npm' && steps.every((step) => /^npm (ci|install|run [\w:-]+)$/.test(step)))
    return steps.map((step) => `${step} --prefix ${folder}`).join(' && ')
  return `(cd ${folder} && ${steps.join(' && ')})`
}
