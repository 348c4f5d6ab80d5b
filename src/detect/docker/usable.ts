import { isDevelopment, isFileServer, isIdle } from '../commands/program.ts'
import { get, text } from '../json.ts'
import type { Place } from '../place.ts'
import { isForWork } from './file-name.ts'
import { missingSource } from './missing-source.ts'
import type { Build } from './owner.ts'

/** Why an image of a Dockerfile cannot run the app as it is; null: it can. Said as the rest of "the Dockerfile …". */
export function whyUnusable(build: Build, place: Place): string | null {
  const { facts, missing } = build
  const { image, base, command } = facts
  const texts = place.texts.seen
  if (isForWork(facts.path)) return texts.forDevelopment
  if (base.includes('$')) return texts.laterBase(base)
  if (image.store) return texts.buildsStore(base)
  if (image.lambda) return texts.forLambda
  const given = facts.copied.find(({ source }) => argument.test(source))
  if (given !== undefined) return texts.copiesArgument(given.source)
  if (speaksFastCgi(build)) return texts.fastCgi
  if (missing[0] !== undefined) return texts.copiesMissing(missing[0])
  const source = missingSource(build, place.repository)
  if (source !== null) return texts.compilesMissing(source)
  if (!command) return image.serves ? null : texts.noCommand
  if (passesOn(command.text, place, build)) return texts.onlyStartsGiven(command.text)
  return whyNoServer(command.text, place, build)
}

// A build argument without a default; those of the platform have one: https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope (2026-11-22)
const argument = /^\$\{?(?!TARGET|BUILD(?:PLATFORM|OS|ARCH|VARIANT))\w+\}?\/?$/

const webServers =
  /nginx|caddy|apache|httpd|lighttpd|frankenphp|\bunit\b|octane|swoole|roadrunner|artisan serve|php -S|bref/i

/** The official images with `fpm` in their tag wait for a web server in another container. */
function speaksFastCgi({ facts }: Build): boolean {
  const { base, stages, command } = facts
  if (!/(?:^|\/)php:\S*fpm/.test(base)) return false
  const text = stages.flatMap(({ base: from, instructions }) => [from, ...instructions.map(({ value }) => value)])
  return !webServers.test([...text, command?.text ?? ''].join('\n'))
}

/** An entry script that ends in `exec "$@"` and gets no arguments. */
function passesOn(command: string, place: Place, { context }: Build): boolean {
  const name = /^\S+\.sh$/.test(command) ? command.slice(command.lastIndexOf('/') + 1) : null
  if (name === null) return false
  const folders = [context, place.root].flatMap((root) =>
    ['', 'docker/', 'scripts/', 'bin/'].map((sub) => (root === '.' ? sub : `${root}/${sub}`)),
  )
  return folders.some((folder) => /^\s*exec "\$@"/m.test(place.repository.text(`${folder}${name}`) ?? ''))
}

function whyNoServer(command: string, place: Place, build: Build): string | null {
  const texts = place.texts.seen
  if (isIdle(command)) return texts.keepsShell(command)
  if (isDevelopment(command)) return texts.developmentServer(command)
  const script = /^(?:npm|yarn|pnpm|bun) (?:run )?([\w:.-]+)/.exec(command)?.[1]
  const scripted = script === undefined ? undefined : scriptOf(place, build, script)
  if (scripted !== undefined && isDevelopment(scripted)) return texts.developmentServer(scripted)
  if (script !== undefined && scripted === undefined && isNpmScript(command) && hasManifest(place, build))
    return texts.noScript(script)
  return null
}

// Other managers run programs of packages in the same form: `yarn next start`.
const isNpmScript = (command: string) => /^npm (?:run|start\b)/.test(command)

// `COPY` may put the manifest of another folder in place: only where there is one beside the Dockerfile's context it counts.
function hasManifest(place: Place, { context, facts }: Build): boolean {
  const named = facts.copied.some(({ source }) => source.endsWith('package.json') && source.includes('/'))
  const folder = context === '.' ? '' : `${context}/`
  // Without a script, `npm start` runs server.js: https://docs.npmjs.com/cli/commands/npm-start (read 2026-11-22)
  if (named || place.repository.has(`${folder}server.js`)) return false
  return place.repository.json(`${folder}package.json`) !== undefined
}

function scriptOf(place: Place, build: Build, script: string): string | undefined {
  for (const root of [place.root, build.context]) {
    const manifest = place.repository.json(root === '.' ? 'package.json' : `${root}/package.json`)
    const line = text(get(manifest, 'scripts', script))
    if (line !== null) return line
  }
  return undefined
}

/** Whether the image only hands out the files of a site (nginx with what a build made). */
export function servesFiles({ facts }: Build): boolean {
  const { image, command } = facts
  return command ? isFileServer(command.text) : image.serves && image.stack === null
}
