import type { Texts } from '../../text.ts'
import { type Finding, find, type Proof } from '../finding.ts'
import type { Place } from '../place.ts'
import type { PythonFramework } from './apps.ts'
import type { Dependencies } from './dependencies.ts'
import type { Entry } from './entry.ts'
import { runCommand, targetOf } from './module.ts'
import { selfRun } from './self-run.ts'

/** A start command and what should be said about it. */
export interface Start {
  readonly command: string
  readonly port: number
  readonly honoursPort: boolean
  readonly remark: string | null
  /** A server that the start command calls and the project does not list. */
  readonly unlisted?: string
}

/** What is said of a server that the project does not list: it is installed by its name. */
export function unlisted(server: string, proof: Proof, texts: Texts): readonly Finding[] {
  const remark = texts.seen.serverByName(server)
  return [find('remark', remark, proof), find('needs', `python package: ${server}`, proof)]
}

/** How the application object is served in production, with the servers that the project lists. Nothing is added to them. */
export function startOf(entry: Entry, framework: PythonFramework, place: Place, listed: Dependencies): Start {
  const own = selfRun(place, entry.file)
  const port = own?.port ?? framework.port
  const isListed = (name: string) => listed.has(name)
  const served = servedBy(entry, framework)
  const target = targetOf(entry, place)
  const server = served === 'self' ? null : serverCommand(served, { ...entry, target, port }, isListed, listed)
  if (server !== null) return { command: server, port, honoursPort: false, remark: null }
  return alone(entry, framework, place, port, own)
}

// Starlette and FastAPI are ASGI; falcon and connexion have a form for each.
function servedBy(entry: Entry, framework: PythonFramework): PythonFramework['served'] {
  if (/asgi|Async/.test(entry.says) || (framework.id === 'django' && /(?:^|\/)asgi\.py$/.test(entry.file)))
    return 'asgi'
  return framework.id === 'dash' && entry.object === 'server' ? 'wsgi' : framework.served
}

interface Served {
  readonly target: { readonly name: string; readonly from: string }
  readonly factory: boolean
  readonly port: number
}

function serverCommand(
  kind: 'asgi' | 'wsgi',
  app: Served,
  isListed: (name: string) => boolean,
  listed: Dependencies,
): string | null {
  return kind === 'asgi' ? asgi(app, isListed, listed) : wsgi(app, isListed)
}

function asgi(
  { target, factory, port }: Served,
  isListed: (name: string) => boolean,
  listed: Dependencies,
): string | null {
  const { name, from } = target
  const standard = listed.get('fastapi')?.extras.match(/standard|all/)
  if (isListed('uvicorn') || isListed('uvicorn-standard') || standard || isListed('fastapi-cli')) {
    const dir = from === '.' ? '' : ` --app-dir ${from}`
    return `uvicorn ${name}${factory ? ' --factory' : ''}${dir} --host 0.0.0.0 --port ${port}`
  }
  const inside = from === '.' ? '' : `cd ${from} && `
  if (isListed('hypercorn')) return `${inside}hypercorn ${factory ? `'${name}()'` : name} --bind 0.0.0.0:${port}`
  if (isListed('daphne')) return `${inside}daphne -b 0.0.0.0 -p ${port} ${name}`
  if (isListed('granian'))
    return `${inside}granian --interface asgi ${factory ? '--factory ' : ''}--host 0.0.0.0 --port ${port} ${name}`
  return isListed('sanic') ? `${inside}sanic ${name} --host 0.0.0.0 --port ${port}` : null
}

function wsgi({ target, factory, port }: Served, isListed: (name: string) => boolean): string | null {
  const { name, from } = target
  const called = factory ? `'${name}()'` : name
  const chdir = from === '.' ? '' : ` --chdir ${from}`
  // Gunicorn listens on 8000 where nothing else is said, whatever port the development server takes.
  if (isListed('gunicorn')) return `gunicorn --bind 0.0.0.0:${port}${chdir} ${called}`
  const inside = from === '.' ? '' : `cd ${from} && `
  if (isListed('waitress'))
    return `${inside}waitress-serve --host 0.0.0.0 --port ${port} ${factory ? '--call ' : ''}${name}`
  return isListed('granian') ? `${inside}granian --interface wsgi --host 0.0.0.0 --port ${port} ${name}` : null
}

function alone(
  entry: Entry,
  framework: PythonFramework,
  place: Place,
  port: number,
  own: ReturnType<typeof selfRun>,
): Start {
  const target = targetOf(entry, place)
  const runs = runCommand(entry.file, place)
  if (framework.id === 'gradio')
    return { command: `GRADIO_SERVER_NAME=0.0.0.0 ${runs}`, port, honoursPort: false, remark: null }
  if (framework.served === 'self') return { command: runs, port, honoursPort: own?.honoursPort ?? false, remark: null }
  if (own?.everywhere) {
    const remark = own.server === 'uvicorn' ? null : place.texts.seen.developmentStart(framework.id)
    return { command: runs, port, honoursPort: own.honoursPort, remark }
  }
  const inside = target.from === '.' ? '' : `cd ${target.from} && `
  if (framework.id === 'flask') {
    const remark = place.texts.seen.flaskAlone
    return {
      command: `${inside}flask --app ${target.name} run --host 0.0.0.0 --port ${port}`,
      port,
      honoursPort: false,
      remark,
    }
  }
  const server = framework.served === 'asgi' ? 'uvicorn' : 'gunicorn'
  const flags =
    server === 'uvicorn'
      ? `${entry.factory ? ' --factory' : ''} --host 0.0.0.0 --port ${port}`
      : ` --bind 0.0.0.0:${port}`
  return {
    command: `${inside}${server} ${target.name}${flags}`,
    port,
    honoursPort: false,
    remark: null,
    unlisted: server,
  }
}
