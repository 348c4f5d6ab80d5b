export const amplify = {
  optionalTemplate:
    'Can be left out: the Amplify app as CloudFormation, for those who would rather not use the console',
  githubOnly: 'Amplify Hosting connects to github.com only, and this repository is on another GitHub server.',
  notOffered: (partition: string) => `Amplify Hosting is not offered in the ${partition} partition.`,
  fits: (because: string) =>
    `${because} Amplify Hosting builds and publishes every push by itself, without a pipeline to keep.`,
  theSite: 'the site',
  buildSettings: (sites: string) => `Build settings of Amplify Hosting for ${sites}`,
  onMerge: 'On merge',
  merged:
    'The build settings are in the repository. Nothing is published until Amplify is connected once (see the steps).',
  everyPush: (branch: string) => `On every push to ${branch}, once connected`,
  pushed: 'Amplify builds and publishes the site. A failed build leaves the last version in place.',
  costs: (compute: boolean) =>
    `Amplify Hosting has no fixed price: it bills build minutes, data stored and data served${compute ? ', and requests and duration of the server code' : ''}. See https://aws.amazon.com/amplify/pricing/`,
  leftover: (stack: string) =>
    `The Amplify app itself: Amplify console, the app, *App settings*, *General settings*, *Delete app*; or \`aws cloudformation delete-stack --stack-name ${stack}\`.`,
  visitors: 'visitors',
  builds: 'Amplify Hosting builds',
  serverAndFiles: 'server code and static files',
  staticFiles: 'static files',
  notASite: 'It is neither a static site nor a server-side rendered one.',
  imageOnly: (why: string) => `It wants an image: ${why}.`,
  adapter: 'Its build writes what Amplify Hosting runs.',
  noOutput: 'The folder that its build publishes is not known.',
  staticSite: 'It is a site of static files.',
  nextTooNew: (major: number) => `Amplify Hosting names Next.js 12 to 15 for server code; this is ${major}.`,
  nextTooOld: (major: number) => `Amplify Hosting wants Next.js 12 or newer; this is ${major}.`,
  noNitro: 'Its build does not use Nitro, which would write what Amplify Hosting runs.',
  nuxtTooOld: (major: number) => `Amplify Hosting runs Nuxt 3 and newer; this is ${major}.`,
  nitro: 'Its build writes what Amplify Hosting runs when it is built there.',
  withCloudFormation: 'Or: create the Amplify app with CloudFormation instead of the console',
  withCloudFormationText: (region: string, templatePath: string) =>
    `Takes the place of the steps above. First install the *AWS Amplify* GitHub App from \`https://github.com/apps/aws-amplify-${region}/installations/new\`. Then make a classic personal access token with the one scope \`admin:repo_hook\`, as an administrator of the repository; delete it afterwards. Branches that are not production can have a password, and pull requests a preview: see the parameters of \`${templatePath}\`.`,
  headers: 'If you like: security headers',
  headersText: (path: string, names: string) =>
    `Say so in \`${path}\` (in one that is there already, add the last line under the app), commit it, and run \`/cicd setup\` again: it adds \`customHttp.yml\` with ${names}. These break no site; a Content-Security-Policy must be written for the site.`,
  monorepo: (root: string) => ` Tick *My app is a monorepo* and give ${root} as its root.`,
  framework: ' *Framework* must show the server-side framework, not a static site.',
  connect: (site: string) => `Connect the repository to Amplify Hosting${site}`,
  connectText: (repository: string, branch: string, monorepo: string, framework: string) =>
    `Open the link, choose *GitHub*, allow the *AWS Amplify* GitHub App to read ${repository}, and choose the branch ${branch}.${monorepo} The build settings come from \`amplify.yml\`: change nothing.${framework} Then *Save and deploy*. The first build takes a few minutes and ends with the address of the site.`,
  rewriteText: 'Without this rule a reload of any page but the first gives "not found". It cannot be set in a file.',
  platformText: 'Makes sure that server code runs; it changes nothing where the console has already set it.',
  rewrite: (site: string) => `Add the rewrite rule of a single-page app${site}`,
  platform: (site: string) => `Check the platform${site}`,
  variables: (site: string) => `Set the environment variables that the build reads${site}`,
  variablesText: (names: string) =>
    `Amplify console, the app, *Hosting*, *Environment variables*: ${names}. Leave out what is not needed. They are plain text; keep secrets in *Secrets* or in AWS Secrets Manager.`,
  previews: (site: string) => `If you like: a preview for every pull request${site}`,
  previewsText: 'Each pull request gets an address of its own, which goes when it is closed.',
  compute: (site: string) =>
    `The Amplify app of ${site} must have the platform \`WEB_COMPUTE\`: it runs server code. The console sets it when it recognises the framework; the steps check it.`,
  publicPreviews:
    'This repository is public, so do not count on previews of pull requests: Amplify refuses them where the code of a pull request would run with a role.',
  oldNode: (version: string) =>
    `The repository pins Node.js ${version}, which Amplify refuses for server code; the build uses 22.`,
  wholeFolder:
    'The whole folder is published, so nothing in it is private. Move the site into a folder of its own if that is not wanted.',
  sites: (count: number) => (count === 1 ? 'the site' : `${count} sites`),
  noAdapter: (adapter: string | null) =>
    `Its build does not write what Amplify Hosting runs.${adapter ? ` Add the adapter ${adapter} for that.` : ''}`,
  next: (major: number | null) =>
    `Amplify Hosting runs the server code of Next.js${major === null ? '' : ` ${major}`}.`,
  ofSite: (name: string) => ` (${name})`,
  headersPurpose: 'Security headers of Amplify Hosting',
  password: 'If you like: a password for what is not production',
  passwordText: (branches: string) =>
    `Amplify console, the app, *Hosting*, *Access control*, *Manage access*: set ${branches} to *Restricted - password required*, and give a user name and a password. Previews of pull requests stand in the same list. With the template it is the parameter \`Password\`.`,
}
