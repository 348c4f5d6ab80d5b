import type { Texts } from '../../text.ts'
import { type Finding, find, type Proof, usualPort } from '../finding.ts'
import type { NodeProject } from '../node/project.ts'
import { execute, runScript } from '../node/run.ts'
import { programsOf } from '../node/scripts.ts'
import { serverOf } from '../node/server.ts'
import type { Command } from '../node/shell.ts'
import type { WebApp } from './pick.ts'
import { option, scriptProof } from './read.ts'
import { isCall } from './use.ts'

const names = [
  'start:prod',
  'start:production',
  'start',
  'serve:prod',
  'serve:production',
  'prod',
  'production',
  'serve',
  'server',
  'serve:ssr',
  'start:ssr',
  'ssr',
  'preview',
]

interface Start {
  readonly command: string
  readonly program: Command | null
  readonly proof: Proof
}

/** Start command and port of an app that is rendered on a server. */
export function startOf(project: NodeProject, app: WebApp, proof: Proof, texts: Texts): readonly Finding[] {
  const start = fromScript(project, app, texts) ?? fromFramework(project, app, proof, texts)
  if (!start) return []
  const custom =
    ['node', 'bun', 'tsx'].includes(start.program?.words[0] ?? '') &&
    !app.web.start?.includes(start.program?.words[1] ?? '-')
      ? serverOf(project)
      : null
  const given = portGiven(start.program)
  const listening = custom?.listening ?? null
  const honours = given ? given.honours : (listening?.honoursPort ?? app.web.honoursPort)
  return [
    find('start', start.command, start.proof),
    ...portOf(app, start, given ? { port: given.port, proof: start.proof } : listening, texts),
    ...(honours === undefined ? [] : [find('honoursPort', honours, start.proof)]),
  ]
}

// `said`: what the command or the code says about the port, if only that it takes one.
function portOf(app: WebApp, { proof }: Start, said: Said | null, texts: Texts) {
  const port = said?.port ?? app.web.port ?? null
  if (port === null) return []
  const says = texts.seen.listensByDefault(app.framework.id, port)
  return [said ? find('port', port, said.proof) : usualPort(port, { ...proof, says })]
}

type Said = { readonly port: number | null; readonly proof: Proof }

function fromScript(project: NodeProject, { web, use }: WebApp, texts: Texts): Start | null {
  const { manifest, manager } = project
  const calls = [...(web.starts ?? []), 'node']
  const others = [...manifest.scripts.keys()].filter(
    (name) => /^(serve|start)[:-]/.test(name) && !/dev|watch|local|staging|test/.test(name),
  )
  for (const call of calls) {
    for (const name of [...new Set([...names, ...others])]) {
      const programs = programsOf(manifest, name)
      const program = programs.at(-1)
      if (!program || isDevelopment(program) || name === use.script) continue
      if (isCall(program, call) && (call !== 'node' || looksLikeServer(program)))
        return {
          command: runScript(manager.name, name),
          program,
          proof: scriptProof(project, name, texts.seen.scriptRuns(name, program.words.join(' ').slice(0, 120))),
        }
    }
  }
  return null
}

const isDevelopment = ({ words, env }: Command) =>
  env.NODE_ENV === 'development' ||
  words.some((word) => /^(dev|--watch|--inspect.*|watch)$/.test(word)) ||
  /dev[-.\w]*\.[cm]?[jt]s$/.test(words[1] ?? '')

const looksLikeServer = ({ words }: Command) =>
  !/(^|\/)(scripts?|tools?|build)\/(?!index|server)/.test(
    words.find((word, i) => i > 0 && !word.startsWith('-')) ?? 'scripts/x',
  )

function fromFramework({ manager }: NodeProject, { web }: WebApp, proof: Proof, texts: Texts): Start | null {
  if (!web.start) return null
  const plain = /^(?:[A-Z_]+=\S+ )?node /.test(web.start)
  return {
    command: plain ? web.start : execute(manager.name, web.start),
    program: null,
    proof: { ...proof, says: texts.seen.startedWith(web.start) },
  }
}

/** A port that the start command itself sets: `-p 3001`, `PORT=3001`, `-p ${PORT:-3001}`. */
function portGiven(program: Command | null): { readonly port: number; readonly honours: boolean } | null {
  if (!program) return null
  const said = option(program, '-p', '--port') ?? program.env.PORT
  const number = /(\d{2,5})\}?$/.exec(said ?? '')?.[1]
  return said !== undefined && number ? { port: Number(number), honours: said.includes('PORT') } : null
}
