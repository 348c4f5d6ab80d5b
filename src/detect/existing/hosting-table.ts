import { get, type Json, record } from '../json.ts'

/** A file with settings of a hosting product. */
export interface Hosting {
  readonly what: string
  readonly to: string
  /** Text that the file has to hold, where its name alone does not settle it. */
  readonly holds?: RegExp
}

const heroku = { what: 'Heroku', to: 'heroku' }
const vercel = { what: 'Vercel', to: 'vercel' }
const cloudflare = { what: 'Cloudflare', to: 'cloudflare' }
const railway = { what: 'Railway', to: 'railway' }
const pm2 = { what: 'PM2', to: 'own server' }

/** By file name, in any folder. */
export const hostingFiles: ReadonlyMap<string, Hosting> = new Map<string, Hosting>([
  ['amplify.yml', { what: 'Amplify Hosting', to: 'amplify' }],
  ['amplify.yaml', { what: 'Amplify Hosting', to: 'amplify' }],
  ['customHttp.yml', { what: 'Amplify Hosting headers', to: 'amplify' }],
  ['apprunner.yaml', { what: 'App Runner', to: 'apprunner' }],
  ['apprunner.yml', { what: 'App Runner', to: 'apprunner' }],
  ['samconfig.toml', { what: 'SAM settings', to: 'sam' }],
  ['samconfig.yaml', { what: 'SAM settings', to: 'sam' }],
  ['appspec.yml', { what: 'AWS CodeDeploy', to: 'codedeploy' }],
  ['appspec.yaml', { what: 'AWS CodeDeploy', to: 'codedeploy' }],
  ['Dockerrun.aws.json', { what: 'Elastic Beanstalk', to: 'elastic-beanstalk' }],
  ['task-definition.json', { what: 'ECS task definition', to: 'ecs', holds: /containerDefinitions/ }],
  ['taskdef.json', { what: 'ECS task definition', to: 'ecs', holds: /containerDefinitions/ }],
  ['vercel.json', vercel],
  ['now.json', vercel],
  ['netlify.toml', { what: 'Netlify', to: 'netlify' }],
  ['render.yaml', { what: 'Render', to: 'render' }],
  ['render.yml', { what: 'Render', to: 'render' }],
  ['fly.toml', { what: 'Fly.io', to: 'fly' }],
  ['Procfile', heroku],
  ['heroku.yml', heroku],
  ['static.json', { ...heroku, holds: /"root"|"routes"|"clean_urls"/ }],
  ['railway.toml', railway],
  ['railway.json', railway],
  ['nixpacks.toml', { what: 'Nixpacks', to: 'railway' }],
  ['firebase.json', { what: 'Firebase', to: 'firebase' }],
  ['wrangler.toml', cloudflare],
  ['wrangler.json', cloudflare],
  ['wrangler.jsonc', cloudflare],
  ['staticwebapp.config.json', { what: 'Azure Static Web Apps', to: 'azure' }],
  ['azure.yaml', { what: 'Azure Developer CLI', to: 'azure' }],
  ['web.config', { what: 'IIS', to: 'azure' }],
  ['app.yaml', { what: 'Google App Engine', to: 'google-cloud', holds: /^runtime:/m }],
  ['manifest.yml', { what: 'Cloud Foundry', to: 'cloud-foundry', holds: /^applications:/m }],
  ['manifest.yaml', { what: 'Cloud Foundry', to: 'cloud-foundry', holds: /^applications:/m }],
  ['captain-definition', { what: 'CapRover', to: 'caprover' }],
  ['ecosystem.config.js', pm2],
  ['ecosystem.config.cjs', pm2],
  ['ecosystem.json', { ...pm2, holds: /"apps"/ }],
  ['process.json', { ...pm2, holds: /"apps"|"script"/ }],
  ['deploy.yml', { what: 'Kamal', to: 'kamal', holds: /^service:[\s\S]*^(servers|image):/m }],
  ['skaffold.yaml', { what: 'Skaffold', to: 'kubernetes' }],
  ['Pulumi.yaml', { what: 'Pulumi', to: 'pulumi' }],
  ['deno.deploy.json', { what: 'Deno Deploy', to: 'deno-deploy' }],
  ['zeabur.json', { what: 'Zeabur', to: 'zeabur' }],
  ['.platform.app.yaml', { what: 'Platform.sh', to: 'platform.sh' }],
])

/** Whether an `app.json` is Heroku's: Expo and React Native use the same name (case D33). */
export function isHerokuAppJson(json: Json | undefined): boolean {
  if (get(json, 'expo') !== undefined) return false
  const keys = Object.keys(record(json))
  return [
    'buildpacks',
    'formation',
    'addons',
    'env',
    'stack',
    'scripts',
    'environments',
    'repository',
    'success_url',
  ].some((key) => keys.includes(key))
}
