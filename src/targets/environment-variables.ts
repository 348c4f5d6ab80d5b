import type { App, Context, Step } from '../model.ts'
import { stackName } from '../render/bootstrap/steps.ts'
import { type Stage, stages } from '../render/environments.ts'
import { textsOf } from '../text.ts'

/** Set by the platform or by us, or of use on a developer's machine only. */
const given =
  /^(PORT|HOST|HOSTNAME|NODE_ENV|ENV|APP_ENV|RAILS_ENV|RACK_ENV|MIX_ENV|DEBUG|LOG_LEVEL|CI|HOME|PATH|TZ|PWD|USER|AWS_.*|AWSAPPRUNNER.*)$/
const secret = /(_URL|_URI|_DSN|SECRET|TOKEN|PASSWORD|_PASS|_KEY|CREDENTIAL)/

/** Environment variables of the app that a person must give a value, in the order of the repository. */
export function ownNames(app: App): readonly string[] {
  return app.env.filter((name) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !given.test(name))
}

/** Those among them that by their names hold secrets or addresses of databases: without them a server hardly starts. */
export function secretNames(app: App): readonly string[] {
  return ownNames(app).filter((name) => secret.test(name))
}

/** Where the values of an app lie in the Parameter Store: `/cicd-shop-production/web`. */
export function parameterPath(app: App, context: Context, stage: Stage): string {
  return `/${stackName(context, stage.slug)}/${app.name}`
}

/** How to give the values; `text` says what becomes of them. No step for an app that reads no variable. */
export function parameterSteps(app: App, context: Context, names: readonly string[], text: string): readonly Step[] {
  const texts = textsOf(context)
  if (names.length === 0) return []
  return stages(context).map((stage) => ({
    when: 'before merge',
    title: texts.variables.give(app.name, stage.name),
    text: texts.variables.giveText(stage.name, text),
    commands: names.map(
      (name) =>
        `aws ssm put-parameter --type SecureString --overwrite --name ${parameterPath(app, context, stage)}/${name} --value "$${name}"`,
    ),
    link: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html',
  }))
}
