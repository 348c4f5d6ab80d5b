import type { Place } from '../place.ts'
import type { Entry } from './entry.ts'

/** How a server is told where an application object is: the module, and the folder that must be on the path. */
export interface Target {
  /** `app.main:app`, `pkg:create_app`. */
  readonly name: string
  /** The folder that modules are looked up in, from the place; `.` is the place itself. */
  readonly from: string
}

/**
 * The target of an entry. `src/` is on the path where it is no package; a file that imports its neighbours by their bare
 * names (`import database` beside `database.py`, no `__init__.py`) runs from its own folder.
 */
export function targetOf(entry: Entry, place: Place): Target {
  const parts = entry.file.replace(/\.py$/, '').split('/')
  const module = parts.at(-1) === '__init__' ? parts.slice(0, -1) : parts
  const from = pathRoot(entry, module, place)
  const inside = from === '.' ? module : module.slice(from.split('/').length)
  return { name: `${inside.join('.')}:${entry.object}`, from }
}

function pathRoot(entry: Entry, module: readonly string[], place: Place): string {
  if (module.length < 2) return '.'
  const folder = module.slice(0, -1).join('/')
  const names = entry.file.endsWith('__init__.py') ? null : place.repository.folder(place.at(folder))
  if (
    names &&
    !names.files.has('__init__.py') &&
    importsNeighbour(place.text(entry.file) ?? '', names, module[0] ?? '')
  )
    return folder
  return module[0] === 'src' && !place.has('src/__init__.py') && !importsFrom(place.text(entry.file) ?? '', 'src')
    ? 'src'
    : '.'
}

function importsNeighbour(
  text: string,
  names: { readonly files: ReadonlySet<string>; readonly folders: ReadonlySet<string> },
  top: string,
): boolean {
  if (importsFrom(text, top)) return false
  return [...text.matchAll(/^(?:from|import)\s+(\w+)/gm)].some(
    ([, name = '']) => names.files.has(`${name}.py`) || (names.folders.has(name) && name !== top),
  )
}

function importsFrom(text: string, top: string): boolean {
  return new RegExp(`^(?:from|import)\\s+${top}[.\\s]`, 'm').test(text)
}

/**
 * How a file is run by itself. One inside a package that is imported by its whole name (`from src.config import …` in
 * `src/main.py`), or that imports its neighbours with a dot, runs as a module of it.
 */
export function runCommand(file: string, place: Place): string {
  const parts = file.replace(/(?:\/__main__)?\.py$/, '').split('/')
  const text = place.text(file) ?? ''
  const inPackage = file.endsWith('/__main__.py') || (parts.length > 1 && belongs(text, parts[0] ?? ''))
  return inPackage ? `python -m ${parts.join('.')}` : `python ${file}`
}

function belongs(text: string, top: string): boolean {
  return importsFrom(text, top) || /^from\s+\.[\w.]*\s+import\b/m.test(text)
}
