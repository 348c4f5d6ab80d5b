import type { App, Context, ExpressSettings, GeneratedFile, Host } from '../../model.ts'
import { stackName } from '../../render/bootstrap/steps.ts'
import type { Stage } from '../../render/environments.ts'
import type { Texts } from '../../text.ts'
import { portOf } from '../start-command.ts'
import { expressScript, expressScriptPath } from './express-script.ts'
import { imageBase } from './image-name.ts'

/** Where the settings of a service lie: size, port, health check, scaling. */
export function settingsPath(app: App): string {
  return `infra/cicd/${app.name}/service.json`
}

/** The service of an app in one environment, and the stack that makes it: `cicd-shop-production-web`. */
export function expressName(app: App, context: Context, slug: string): string {
  return `${stackName(context, slug)}-${app.name}`
}

/** Where the service of an app in one environment is to be looked for. */
export function expressHost(app: App, context: Context, { slug }: Stage): Extract<Host, { kind: 'express' }> {
  const service = expressName(app, context, slug)
  const logGroup = `/ecs/${stackName(context, slug)}/${app.name}`
  return { kind: 'express', cluster: 'default', service, logGroup, images: imageBase(app, context) }
}

/** Half a virtual CPU; the JVM and .NET start slowly on less than one. */
function size(app: App): { readonly cpu: string; readonly memory: string } {
  const heavy = app.language === 'java' || app.language === 'dotnet' || app.kind === 'ssr'
  return heavy ? { cpu: '1024', memory: '2048' } : { cpu: '512', memory: '1024' }
}

/**
 * The input of `aws ecs create-express-gateway-service` and `update-…`, without what the deployment adds. Everything with a default is
 * written out: reference and guide disagree about the defaults of cpu, memory and health check (2026-11).
 */
export function settingsOf(
  app: App,
  platform: 'linux/amd64' | 'linux/arm64',
  command: readonly string[] | null,
): ExpressSettings {
  const port = portOf(app)
  return {
    cluster: 'default',
    ...size(app),
    ...(platform === 'linux/arm64' ? { cpuArchitecture: 'ARM64' } : {}),
    healthCheckPath: app.healthPath ?? '/',
    primaryContainer: { containerPort: port, ...(command ? { command } : {}), environment: environment(app, port) },
    scalingTarget: { minTaskCount: 1, maxTaskCount: 4, autoScalingMetric: 'AVERAGE_CPU', autoScalingTargetValue: 60 },
  }
}

/** The settings as a file of the repository, which people may change. */
export function expressSettings(
  app: App,
  platform: 'linux/amd64' | 'linux/arm64',
  command: readonly string[] | null = null,
  texts: Texts,
): GeneratedFile {
  return {
    path: settingsPath(app),
    mode: '100644',
    content: `${JSON.stringify(settingsOf(app, platform, command), null, 2)}\n`,
    purpose: texts.ecr.settingsPurpose(app.name),
  }
}

function environment(app: App, port: number | null): readonly { name: string; value: string }[] {
  return app.honoursPort === false ? [] : [{ name: 'PORT', value: String(port) }]
}

/** The script that every Express Mode service of the repository is deployed by. */
export const expressScriptFile = (texts: Texts): GeneratedFile => ({
  path: expressScriptPath,
  mode: '100755',
  content: expressScript,
  purpose: texts.ecr.expressScriptPurpose,
})
