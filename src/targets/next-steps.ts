import type { App } from '../model.ts'
import type { Texts } from '../text.ts'
import { imageBuild } from './ecr/image-build.ts'

/** Where the tool of an app is described, by framework; what to do instead of a pipeline of ours stands in the texts. */
const links = {
  'serverless-framework': 'https://www.serverless.com/framework/docs/guides/cicd',
  sst: 'https://sst.dev/docs/workflow/',
  chalice: 'https://aws.github.io/chalice/topics/cd.html',
  'amplify-gen2': 'https://docs.amplify.aws/react/deploy-and-host/fullstack-branching/branch-deployments/',
  copilot: 'https://aws.amazon.com/blogs/containers/announcing-the-end-of-support-for-the-aws-copilot-cli/',
  'elastic-beanstalk':
    'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.deploy-existing-version.html',
  cloudformation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/best-practices.html',
  architect: 'https://arc.codes/docs/en/guides/developer-experience/deploying',
  lambda:
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy.html',
  'firebase-functions': 'https://firebase.google.com/docs/cli',
  'azure-functions': 'https://learn.microsoft.com/azure/azure-functions/functions-continuous-deployment',
  'cloudflare-workers': 'https://developers.cloudflare.com/workers/ci-cd/',
} as const satisfies Readonly<Record<keyof Texts['nextSteps']['tools'], string>>

/** Why no target delivers an app and what to do instead, with a link where there is one. */
export function nextStep(app: App, texts: Texts): string {
  const isWorker = /(?:^|\/)wrangler\.(?:toml|jsonc?)$/.test(app.definition ?? '')
  const id = isWorker ? 'cloudflare-workers' : app.framework
  const tool = Object.entries(texts.nextSteps.tools).find(([known]) => known === id)?.[1]
  const link = Object.entries(links).find(([known]) => known === id)?.[1]
  if (tool !== undefined && link !== undefined) return texts.nextSteps.tool(tool, link)
  if (app.kind === 'server' || app.kind === 'worker' || app.kind === 'ssr') return ofImage(app, texts)
  return texts.nextSteps.unknown(app.framework ?? app.language)
}

function ofImage(app: App, texts: Texts): string {
  const image = imageBuild(app, texts)
  if (typeof image === 'string') return texts.nextSteps.needsImage(image)
  return texts.nextSteps.ruledOut
}
