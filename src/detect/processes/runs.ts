import { programWords, segments } from '../commands/words.ts'
import { join, type Place } from '../place.ts'
import { dependenciesAbove } from '../python/dependencies.ts'

/**
 * A declared command as it is run from the app's own folder. Elastic Beanstalk keeps the repository in /var/app/current
 * (https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/platforms-linux-extend.html, 2026-11-22) and Heroku in /app.
 */
export function localCommand(command: string): string {
  const inner = /^(?:\/bin\/)?(?:ba)?sh -l?c (?:"([^"]*)"|'([^']*)')$/s.exec(command.trim())
  return (inner?.[1] ?? inner?.[2] ?? command)
    .replace(/\/var\/app\/(?:current|staging)\/?(?=\S)/g, '')
    .replace(/(--(?:pythonpath|chdir|app-dir)[ =])\/app\/(?=\w)/g, '$1')
    .replace(/\s*;\s*/g, ' && ')
    .replace(/(^|&&\s*)sleep\s+\d+\w?\s*&&\s*/g, '$1')
    .replace(/(^|&&\s*)(?:source|\.)\s+\S*activate\s*&&\s*/g, '$1')
    .replace(/(^|\s)(?:[\w./-]*\/)?\.?venv\/bin\//g, '$1')
    .trim()
}

/** What a command names and the place does not hold (`server.py`, `app/main.py`); null: nothing is missing as far as can be told. */
export function missingIn(command: string, place: Place): string | null {
  let folder = '.'
  for (const segment of segments(command)) {
    const into = /^cd\s+(\S+)$/.exec(segment)?.[1]
    if (into !== undefined) folder = join(folder, into) ?? folder
    const missing = into === undefined ? missingSegment(segment, folder, place) : null
    if (missing !== null) return missing
  }
  return null
}

function missingSegment(segment: string, folder: string, place: Place): string | null {
  const [program = '', ...args] = programWords(segment)
  if (/^python[\d.]*$/.test(program)) {
    const script = args.find((word) => !word.startsWith('-'))
    if (script?.endsWith('.py') && !holds(place, folder, script)) return script
  }
  if (!/^(?:gunicorn|uvicorn|hypercorn|daphne|granian)$/.test(program)) return null
  const target = args.find((word) => /^[A-Za-z_][\w.]*:[\w.()]+/.test(word))
  const module = target?.split(':')[0]?.replaceAll('.', '/')
  if (module === undefined) return null
  const under = /--(?:pythonpath|chdir|app-dir)[ =](\S+)/.exec(segment)?.[1] ?? '.'
  const found = [`${module}.py`, `${module}/__init__.py`].some((name) =>
    [under, '.', 'src'].some((start) => holds(place, folder, `${start}/${name}`)),
  )
  return found ? null : `${module}.py`
}

function holds(place: Place, folder: string, name: string): boolean {
  const path = join(folder, name)
  return (
    path !== null && (path.startsWith('/') || place.has(path) || place.repository.folder(place.at(path)) !== undefined)
  )
}

/** Django's own server, where the project lists one for production. */
export function isTrial(command: string, place: Place): boolean {
  if (!/\bmanage(?:\.py)? runserver\b/.test(command)) return false
  const listed = dependenciesAbove(place)
  return ['gunicorn', 'uvicorn', 'daphne', 'waitress', 'hypercorn'].some((name) => listed.has(name))
}
