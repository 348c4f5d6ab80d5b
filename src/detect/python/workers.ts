import type { Detector } from '../detector.ts'
import { all, find, first } from '../finding.ts'
import { lineOf, type Place } from '../place.ts'
import { botAt } from './bots.ts'
import { dependenciesAt } from './dependencies.ts'
import { manifestReads } from './manifests.ts'
import { runCommand } from './module.ts'
import { readSources } from './sources.ts'
import { mayBePython } from './web.ts'

/** Bots, consumers and task queues of Python: programs without HTTP. */
export const pythonWorkers: Detector = {
  id: 'python-workers',
  stack: 'python',
  reads: manifestReads,
  find(place, known) {
    if (!mayBePython(place)) return []
    const web = first(known, 'framework')
    const celery = celeryAt(place)
    const declared = all(known, 'worker').length > 0
    if (web)
      return celery && !declared
        ? [find('remark', place.texts.seen.celery(celery.proof.path, celery.start), celery.proof)]
        : []
    if (celery && !declared) {
      return [
        find('language', 'python', celery.proof),
        find('framework', { id: 'celery', kind: 'worker', major: null, spa: false }, celery.proof),
        find('start', celery.start, celery.proof),
      ]
    }
    const bot = botAt(place)
    if (bot === null) return []
    const proof = { path: place.at(bot.file), line: bot.line, says: bot.says }
    return [
      find('language', 'python', proof),
      find('framework', { id: bot.id, kind: bot.webhook ? 'server' : 'worker', major: null, spa: false }, proof),
      find('start', runCommand(bot.file, place), proof),
    ]
  },
}

function celeryAt(place: Place) {
  if (!dependenciesAt(place).has('celery')) return null
  const made = /^(\w+)(?:\s*:\s*\w+)?\s*=\s*(?:celery\.)?Celery\(/m
  const file = readSources(place).find(({ text }) => made.test(text))
  if (!file) return null
  const module = file.name.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.')
  // `celery -A proj` finds proj.celery by itself: https://docs.celeryq.dev/en/stable/reference/cli.html (2026-11-22).
  const app = module.endsWith('.celery') ? module.slice(0, -'.celery'.length) : module
  const says = made.exec(file.text)?.[0] ?? ''
  return {
    start: `celery -A ${app} worker --loglevel=info`,
    proof: { path: place.at(file.name), line: lineOf(file.text, says), says: `${says}…)` },
  }
}
