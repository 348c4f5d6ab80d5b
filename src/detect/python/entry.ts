import type { Texts } from '../../text.ts'
import { once } from '../once.ts'
import { lineOf, type Place } from '../place.ts'
import { madeBy, type PythonFramework } from './apps.ts'
import { dependenciesAbove } from './dependencies.ts'
import { readSources } from './sources.ts'

/** Where an application object is: `app` in `app/main.py`, or the function that makes it. */
export interface Entry {
  /** The file, from the place. */
  readonly file: string
  /** The name of the object or of the factory. */
  readonly object: string
  readonly factory: boolean
  /** Undefined where the object comes from elsewhere (`from backend.server import app`, `app = create_app()`). */
  readonly framework: PythonFramework | undefined
  readonly line: number | null
  readonly says: string
}

const assignment = /^([A-Za-z_]\w*)(?:\s*:\s*[\w.[\]"']+)?\s*=\s*([A-Za-z_][\w.]*\([^\n]*)/gm
const factoryCall =
  /^(?:[\w.]*\.)?(?:create|make|build|get|init|configure|setup|register)_?(?:fastapi_|flask_|asgi_|wsgi_|web_)?(?:app|application|server|api)\w*\(|^(?:socketio|engineio)\.(?:ASGIApp|WSGIApp)\(|^ProtocolTypeRouter\(/
const factory =
  /^(?:async )?def ((?:create|make|build|get|init)_?(?:fastapi_|flask_|asgi_|wsgi_|web_)?(?:app|application|server|api)\w*|application_factory)\(([^)]*)\)/gm
const imported = /^from\s+([\w.]+)\s+import\s+(?:\w+\s+as\s+)?(app|application|server)\b/m

const objectNames = ['app', 'application', 'server', 'api', 'asgi_app', 'wsgi_app', 'main']

/** Every application object found at the top level of the files read, the likeliest first. */
export const entriesAt = once((place: Place): readonly Entry[] => {
  const files = readSources(place)
  const listed = dependenciesAbove(place)
  const made: Made = (expression) => madeBy(expression, (name) => listed.has(name))
  const objects = files.flatMap(({ name, text }) => objectsIn(name, text, made))
  const factories = files.flatMap(({ name, text }) => factoriesIn(name, text, made, place.texts))
  const wrapped = files.flatMap(({ name, text }) => importedIn(name, text))
  return [...withoutRouters(objects, place), ...factories, ...wrapped]
})

/** The application object of a place; undefined where none was found, so that none is invented (case D26). */
export function entryAt(place: Place): Entry | undefined {
  return entriesAt(place)[0]
}

type Made = (expression: string) => PythonFramework | undefined

// Dash keeps its Flask server in an attribute, which is what gunicorn takes.
const dashServer = /^(server)\s*=\s*app\.server\b/m

function objectsIn(file: string, text: string, made: Made): readonly Entry[] {
  const found = [...text.matchAll(assignment)].flatMap(([, object = '', expression = '']): readonly Entry[] => {
    const framework = made(expression)
    if (!framework && !(factoryCall.test(expression) && objectNames.includes(object))) return []
    const says = `${object} = ${expression.split('(')[0]}(…)`
    return [
      {
        file,
        object,
        factory: false,
        framework,
        line: lineOf(text, new RegExp(`^${object}\\b.*=\\s*${escaped(expression.slice(0, 12))}`, 'm')),
        says,
      },
    ]
  })
  const rank = ({ object }: Entry) => (objectNames.indexOf(object) + objectNames.length + 1) % (objectNames.length + 1)
  const best = found.toSorted((a, b) => rank(a) - rank(b)).slice(0, 1)
  return dashServer.test(text)
    ? best.map((entry) => (entry.framework?.id === 'dash' ? { ...entry, object: 'server' } : entry))
    : best
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

// A file named for it (`wsgi.py`) that only passes a factory's result on is as good as one that makes the object.
function withoutRouters(entries: readonly Entry[], place: Place): readonly Entry[] {
  const made = entries.find(({ framework }) => framework)
  const known = made?.framework ?? entries.find((entry) => entry.framework)?.framework
  const listed = dependenciesAbove(place)
  const isListed = (entry: Entry) =>
    !entry.framework || listed.size === 0 || entry.framework.packages.some((name) => listed.has(name))
  const usable = entries.filter(isListed)
  return (usable.length > 0 ? usable : entries).map((entry) =>
    entry.framework ? entry : { ...entry, framework: known },
  )
}

function factoriesIn(file: string, text: string, made: Made, texts: Texts): readonly Entry[] {
  return [...text.matchAll(factory)].flatMap((match): readonly Entry[] => {
    const [, object = '', parameters = ''] = match
    const needed = parameters
      .split(',')
      .filter((one) => one.trim() !== '' && !one.includes('=') && !one.trim().startsWith('*'))
    const rest = text.slice(match.index + match[0].length)
    const end = /\n(?=\S)/.exec(rest.slice(rest.indexOf('\n') + 1))?.index
    const body = end === undefined ? rest : rest.slice(0, rest.indexOf('\n') + 1 + end)
    const calls = /^\s+\w+(?:\s*:\s*[\w.]+)?\s*=\s*([\w.]+\(.*)$|^\s+return\s+([\w.]+\(.*)$/gm
    const framework = [...body.matchAll(calls)].map(([, one, other]) => made(one ?? other ?? '')).find((one) => one)
    if (!framework || needed.length > 0) return []
    return [
      {
        file,
        object,
        factory: true,
        framework,
        line: lineOf(text, `def ${object}(`),
        says: texts.seen.makesApplication(object),
      },
    ]
  })
}

function importedIn(file: string, text: string): readonly Entry[] {
  if (!/(?:^|\/)(?:wsgi|asgi|application|passenger_wsgi|run|main)\.py$/.test(file)) return []
  const [whole, module, object] = imported.exec(text) ?? []
  if (whole === undefined || module === undefined || object === undefined) return []
  const name = /import\s+\w+\s+as\s+(\w+)/.exec(whole)?.[1] ?? object
  return [{ file, object: name, factory: false, framework: undefined, line: lineOf(text, whole), says: whole }]
}
