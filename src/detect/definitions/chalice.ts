import { find } from '../finding.ts'
import type { Place } from '../place.ts'
import { basics } from './defined.ts'
import type { Definition } from './definition.ts'

/** An AWS Chalice app: its routes look like Flask, and there is no WSGI object to serve. */
export const chalice: Definition = {
  id: 'chalice',
  reads: ['.chalice/config.json', 'app.py', 'requirements*.txt'],
  find(place) {
    const imports = /^\s*(from chalice\b|import chalice\b)/m
    const name = place.has('.chalice/config.json') ? '.chalice/config.json' : 'app.py'
    if (name === 'app.py' && !imports.test(place.text('app.py') ?? '')) return null
    const proof =
      name === 'app.py'
        ? place.proof('app.py', 'imports `chalice`', imports)
        : place.proof(name, place.texts.seen.chalice)
    return {
      tools: 'python',
      findings: [
        ...basics({ id: 'chalice', definition: place.at(name), language: 'python' }, proof),
        ...installOf(place),
        find('build', null, proof),
      ],
    }
  },
}

// Chalice is the tool that deploys, so it is often listed with the tools of development only.
function installOf(place: Place) {
  const lists = [...place.folder.files].filter((name) => /^requirements.*\.txt$/.test(name)).sort()
  const named = lists.filter((name) => /^chalice\b/m.test(place.text(name) ?? ''))
  const [list] = named
  if (list === undefined || named.includes('requirements.txt')) return []
  const proof = place.proof(list, 'lists `chalice`', /^chalice\b/m)
  return [find('install', `pip install -r ${list}`, proof)]
}
