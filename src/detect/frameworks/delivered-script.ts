import { readmesFor } from '../node/readme.ts'
import { type Place, placeAt } from '../place.ts'

const hosts = ['netlify.toml', 'vercel.json', 'amplify.yml', 'firebase.json', '.gitlab-ci.yml']

const call = (script: string) =>
  new RegExp(
    `\\b(?:npm run|yarn(?: run)?|pnpm(?: run)?|bun run) ${script.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w:-])`,
  )

/** Whether a workflow or the settings of a host run a script of the package in a folder. */
export function isDelivered(place: Place, script: string): boolean {
  const root = placeAt(place.repository, '.')
  const workflows = [...(place.repository.folder('.github/workflows')?.files ?? [])]
  const texts = [
    ...hosts.map((name) => place.text(name)),
    ...workflows.map((name) => root.text(`.github/workflows/${name}`)),
  ]
  return texts.some((text) => text !== undefined && call(script).test(text))
}

/** Whether the read-me says to run a script. */
export function isTold(place: Place, script: string): boolean {
  return readmesFor(place).some(({ place: at, name }) => call(script).test(at.text(name) ?? ''))
}
