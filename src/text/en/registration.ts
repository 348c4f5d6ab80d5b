/** Texts of the page that registers the app on GitHub, which a process without credentials shows. */
export const registration = {
  title: 'Register Slipway on GitHub',
  lead: 'A GitHub App of your own: its key stays on this machine, and only you decide where it is installed.',
  where: '1. Where GitHub finds this process',
  address: 'Public address of this process',
  addressHint: 'GitHub sends comments there, for example https://slipway.example.com or the address of a tunnel.',
  organization: 'Organisation that owns the app',
  organizationHint: 'Leave it empty to own it yourself.',
  name: 'Name of the app',
  nameHint: 'On GitHub every name exists once. You can change it on the next page too.',
  others: 'Accounts of others may install it too',
  take: 'Use these',
  noAddress: 'No public address?',
  channel: 'Use a channel of smee.io',
  channelHint:
    'For a trial. smee.io passes deliveries on to this machine. They hold comments of the repositories that the app is installed on, and whoever knows the address of the channel can read them.',
  channelFailed: (why: string) => `smee.io gave no channel (${why}). Try again, or enter an address.`,
  unreachable: 'github.com does not reach this address: it leads to this machine or a private network.',
  badAddress: 'This is no address of the form https://host or https://host/path.',
  badOrganization: 'This is no name of an organisation: letters, digits and hyphens, 39 characters at most.',
  create: '2. Create the app',
  createHint: (hook: string) =>
    `GitHub shows what the app asks for, and sends you back here. Deliveries will go to ${hook}`,
  createButton: 'Create the app on GitHub',
  first: 'Say first where GitHub finds this process.',
  next: '3. Install it',
  nextHint: 'After that GitHub asks which repositories the app may see. Then comment on an issue of one of them:',
  asks: 'What it asks for',
  failed: 'The app could not be registered',
  unknownState: 'This page did not ask for that, or it is too old. Begin again at the first page.',
  again: 'Begin again',
  codeRefused: (status: string) =>
    `GitHub did not take the code (${status}): it is good for one hour, and once. Begin again at the first page.`,
  noAnswer: (why: string) => `GitHub could not be asked (${why}). Begin again at the first page.`,
  noFolder: (folder: string) =>
    `The file .env cannot be written in ${folder}, and it is where the credentials go. Start in a folder that you may write to, or set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET.`,
}
