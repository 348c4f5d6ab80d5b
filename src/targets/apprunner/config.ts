import type { App, Context } from '../../model.ts'
import { type Comment, type Data, toYaml } from '../../render/yaml.ts'
import { secretNames } from '../environment-variables.ts'
import { portOf } from '../start-command.ts'
import { sourceBuild } from './commands.ts'
import { parameterFolder } from './names.ts'

/** The text of `apprunner.yaml`. Source of the keys: https://docs.aws.amazon.com/apprunner/latest/dg/config-file-ref.html (2026-11). */
export function appRunnerConfig(app: App, context: Context): string {
  const port = portOf(app) ?? 8080
  const build = sourceBuild(app, port)
  const secrets = secretNames(app)
  const node = app.language === 'node'
  const data: Data = {
    version: '1.0',
    runtime: node ? 'nodejs22' : 'python311',
    build: {
      commands: { ...(build.preBuild.length > 0 ? { 'pre-build': build.preBuild } : {}), build: build.build },
      ...(build.env.length > 0 ? { env: build.env } : {}),
    },
    run: {
      ...(build.preRun.length > 0 ? { 'pre-run': build.preRun } : {}),
      command: build.start,
      network: { port, env: 'PORT' },
      env: [...build.env, node ? { name: 'NODE_ENV', value: 'production' } : { name: 'PYTHONUNBUFFERED', value: '1' }],
      ...(secrets.length > 0
        ? { secrets: secrets.map((name) => ({ name, 'value-from': `${parameterFolder(app, context)}/${name}` })) }
        : {}),
    },
  }
  const text = toYaml(data, {
    head: 'How AWS App Runner builds and starts this app.',
    comments: comments(app, build.preRun.length > 0, secrets),
  })
  // The reference shows the number 1.0; quoted it is not documented.
  return text.replace(/^version: '1\.0'$/m, 'version: 1.0')
}

function comments(app: App, preRun: boolean, secrets: readonly string[]): Comment[] {
  return [
    ...(preRun && app.language === 'python'
      ? [
          {
            path: ['run', 'pre-run'],
            text: 'The serving image gets only /app of the build; packages that were installed elsewhere are lost, so they are installed here.',
          },
        ]
      : []),
    ...(secrets.length > 0
      ? [
          {
            path: ['run', 'secrets'],
            text: 'Parameters of the Systems Manager Parameter Store. Take out what the app can do without.',
          },
        ]
      : []),
  ]
}
