import type { App, Context, Delivery, ProviderId } from '../../model.ts'
import { stages } from '../../render/environments.ts'
import { buildScriptPath } from '../../render/providers/build-script.ts'
import { ciCommands } from '../../render/providers/ci-commands.ts'
import { shellWord } from '../../render/shell.ts'
import { cdkLine } from './command.ts'

/** The way of a CDK app by another provider: tested once, then deployed from its source to one environment after the other. */
export function cdkDelivery(app: App, provider: ProviderId, context: Context): Delivery {
  const several = stages(context).length > 1
  return {
    app,
    provider,
    kind: 'cdk',
    build: commands(app, context),
    artifact: null,
    // Package managers that were missing lie in the home folder.
    prepare: [`bash ${buildScriptPath(app)} --without-tests`, 'export PATH="$HOME/.local/bin:$PATH"'],
    docker: false,
    platform: 'linux/amd64',
    paths: [],
    deployments: stages(context).map(({ slug }) => {
      const of = several ? ` --context environment=${slug}` : ''
      return {
        slug,
        // Assets may be images; only CodeBuild's own image has a Docker client beside Node.js.
        docker: provider === 'codepipeline',
        preview: [inFolder(app, `diff --all --no-change-set${of}`)],
        commands: [inFolder(app, `deploy --all --require-approval never${of}`)],
      }
    }),
    feature: null,
  }
}

/** What CI runs. A build that calls the CDK would ask AWS; without any command there is still an install. */
function commands(app: App, context: Context): Delivery['build'] {
  const build = app.build?.includes('cdk ') ? null : app.build
  const found = ciCommands({ ...app, build }, context)
  if (found.length > 0 || app.install === null) return found
  return [{ title: 'Install dependencies', command: app.install, tests: false }]
}

/** In a shell of its own, so that what follows starts from the root again. */
function inFolder(app: App, args: string): string {
  const line = cdkLine(app, args)
  return app.root === '.' ? line : `(cd -- ${shellWord(app.root)} && ${line})`
}
