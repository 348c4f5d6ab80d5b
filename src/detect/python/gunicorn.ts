import { isPort } from '../commands/port.ts'
import type { Detector } from '../detector.ts'
import { find, first } from '../finding.ts'

const names = ['gunicorn.conf.py', 'gunicorn_conf.py', 'gunicorn_config.py', 'gunicorn.config.py', 'gunicorn.py']

/** The address in Gunicorn's settings file, which it reads by itself (`gunicorn.conf.py`) or where the command names it. */
export const gunicornSettings: Detector = {
  id: 'gunicorn-settings',
  stack: 'python',
  reads: names,
  find(place, known) {
    const start = first(known, 'start')?.value ?? ''
    const name = names.find((one) => place.has(one) && (one === 'gunicorn.conf.py' || start.includes(one)))
    const line = /^\s*bind\s*=\s*(.+)$/m.exec(name === undefined ? '' : (place.text(name) ?? ''))?.[1]
    if (name === undefined || line === undefined || /(?:\s-b|--bind)[ =]/.test(start)) return []
    const port = Number(/(?:PORT["'],\s*["']?|:)(\d{2,5})\b/.exec(line)?.[1])
    const proof = place.proof(name, `bind = ${line.trim()}`, /^\s*bind\s*=/m)
    const honours = /["']PORT["']/.test(line) ? [find('honoursPort', true, proof)] : []
    return isPort(port) ? [find('port', port, proof), ...honours] : honours
  },
}
