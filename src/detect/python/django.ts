import { targetsWith } from '../commands/recipe.ts'
import { type Finding, find, usualPort } from '../finding.ts'
import { once } from '../once.ts'
import type { Place } from '../place.ts'
import { type Dependencies, dependenciesAbove } from './dependencies.ts'
import { readSources } from './sources.ts'
import { unlisted } from './start.ts'

/** The WSGI or ASGI module of a Django project, as a dotted name below the place; null where none is there. */
const gatewayOf = once((place: Place): { readonly wsgi: string | null; readonly asgi: string | null } => {
  const module = (name: string) => {
    const file = readSources(place).find(
      (one) =>
        new RegExp(`(?:^|/)${name}\\.py$`).test(one.name) &&
        one.text.includes(`get_${name}_application`) &&
        !isOtherProject(place, one.name),
    )
    return file ? file.name.replace(/\.py$/, '').replaceAll('/', '.') : null
  }
  return { wsgi: module('wsgi'), asgi: module('asgi') }
})

/** Whether a file is of a project below, which has a manage.py of its own: modules are named from there. */
function isOtherProject(place: Place, file: string): boolean {
  const folders = file.split('/').slice(0, -1)
  return folders.some((_, i) => place.has(`${folders.slice(0, i + 1).join('/')}/manage.py`))
}

/** Start, build and port of a Django project: served by what it lists, by Gunicorn where it lists nothing. */
export function djangoFindings(place: Place): readonly Finding[] {
  const listed = dependenciesAbove(place)
  const { wsgi, asgi } = gatewayOf(place)
  const manage = place.has('manage.py') ? 'manage.py' : null
  const start =
    startOf(listed, wsgi, asgi) ?? (manage && (byGunicorn(wsgi) ?? 'python manage.py runserver 0.0.0.0:8000'))
  const proof = place.proof(manage ?? readSources(place)[0]?.name ?? '', place.texts.seen.djangos(manage))
  return [
    ...(start === null
      ? []
      : [find('start', start, proof), usualPort(8000, { ...proof, says: place.texts.seen.djangoPort })]),
    ...(start === byGunicorn(wsgi) && !listed.has('gunicorn') ? unlisted('gunicorn', proof, place.texts) : []),
    ...(start?.includes('runserver') ? [find('remark', place.texts.seen.noWsgi, proof)] : []),
    ...collectStatic(place, manage),
  ]
}

function byGunicorn(wsgi: string | null): string | null {
  return wsgi === null ? null : `gunicorn --bind 0.0.0.0:8000 ${wsgi}:application`
}

function startOf(listed: Dependencies, wsgi: string | null, asgi: string | null): string | null {
  const channels = listed.has('channels') || listed.has('daphne')
  if (asgi !== null && channels && listed.has('daphne')) return `daphne -b 0.0.0.0 -p 8000 ${asgi}:application`
  if (asgi !== null && listed.has('uvicorn') && (channels || wsgi === null || !listed.has('gunicorn'))) {
    return listed.has('gunicorn')
      ? `gunicorn --bind 0.0.0.0:8000 -k uvicorn.workers.UvicornWorker ${asgi}:application`
      : `uvicorn ${asgi}:application --host 0.0.0.0 --port 8000`
  }
  if (listed.has('gunicorn') && wsgi !== null) return byGunicorn(wsgi)
  if (wsgi !== null && listed.has('waitress')) return `waitress-serve --host 0.0.0.0 --port 8000 ${wsgi}:application`
  if (asgi !== null && listed.has('hypercorn')) return `hypercorn ${asgi}:application --bind 0.0.0.0:8000`
  return null
}

// Without STATIC_ROOT collectstatic fails: https://docs.djangoproject.com/en/5.2/ref/contrib/staticfiles/#collectstatic (2026-11-22).
function collectStatic(place: Place, manage: string | null): readonly Finding[] {
  const settings = readSources(place).find(
    ({ name, text }) => /settings/.test(name) && /^\s*STATIC_ROOT\s*=/m.test(text),
  )
  if (!settings || manage === null) return []
  const proof = place.proof(settings.name, place.texts.seen.staticRoot, /^\s*STATIC_ROOT\s*=/m)
  // A target of the Makefile that needs others first makes what is collected.
  const target = targetsWith(place.text('Makefile') ?? '', /\bcollectstatic\b/).find(({ before }) => before !== '')
  return [find('build', target ? `make ${target.name}` : 'python manage.py collectstatic --noinput', proof)]
}
