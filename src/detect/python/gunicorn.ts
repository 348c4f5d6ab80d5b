import { isPort } from '../commands/port.ts'
import type { Detector } from '../detector.ts'
import { type Finding, find, first, type Proof } from '../finding.ts'
import type { Place } from '../place.ts'

const names = ['gunicorn.conf.py', 'gunicorn_conf.py', 'gunicorn_config.py', 'gunicorn.config.py', 'gunicorn.py']

/** The address in the settings file of uWSGI, or in Gunicorn's, which it reads by itself (`gunicorn.conf.py`) or where the command names it. */
export const gunicornSettings: Detector = {
  id: 'gunicorn-settings',
  stack: 'python',
  reads: [...names, '*uwsgi*.ini', 'django.ini', 'app.ini', 'wsgi.ini'],
  find(place, known) {
    const start = first(known, 'start')?.value ?? ''
    if (/(?:^|[\s/])uwsgi\s/.test(start)) return uwsgi(place, start)
    const name = names.find((one) => place.has(one) && (one === 'gunicorn.conf.py' || start.includes(one)))
    const line = /^\s*bind\s*=\s*(.+)$/m.exec(name === undefined ? '' : (place.text(name) ?? ''))?.[1]
    if (/(?:\s-b|--bind)[ =]?/.test(start)) return []
    if (name === undefined || line === undefined) return unbound(start, first(known, 'start')?.proof[0], place)
    const port = Number(/(?:PORT["'],\s*["']?|:)(\d{2,5})\b/.exec(line)?.[1])
    const proof = place.proof(name, `bind = ${line.trim()}`, /^\s*bind\s*=/m)
    const honours = /["']PORT["']/.test(line) ? [find('honoursPort', true, proof)] : []
    return isPort(port) ? [find('port', port, proof), ...honours] : honours
  },
}

// https://docs.gunicorn.org/en/stable/settings.html#bind (2026-11-22): $PORT on all addresses where it is set, else 8000.
function unbound(start: string, proof: Proof | undefined, { texts }: Place): readonly Finding[] {
  if (!proof || !/(?:^|[\s/])gunicorn\s/.test(start) || /\s(?:-c|--config)[ =]/.test(start)) return []
  const said = { ...proof, says: texts.seen.gunicornPort }
  return [find('port', 8000, said), find('honoursPort', true, said)]
}

// https://uwsgi-docs.readthedocs.io/en/latest/HTTP.html (2026-11-22): `http` and `http-socket` answer HTTP, `socket` speaks to a proxy.
function uwsgi(place: Place, start: string): readonly Finding[] {
  const file = /--ini[ =](\S+)|(?:^|\s)(\S+\.ini)/
    .exec(start)
    ?.slice(1)
    .find((one) => one)
  const text = file === undefined ? '' : (place.text(file) ?? '')
  const [line, digits] = /^\s*(?:http|http-socket|https|socket)\s*=\s*[\w.]*:(\d{2,5})/m.exec(text) ?? []
  const port = Number(digits)
  return file !== undefined && line !== undefined && isPort(port)
    ? [find('port', port, place.proof(file, line.trim(), line.trim()))]
    : []
}
