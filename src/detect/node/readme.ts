import { type Place, placeAt } from '../place.ts'

/** The read-me of a folder, by its name; undefined where there is none. */
export function readmeIn(place: Place): string | undefined {
  return [...place.folder.files].find((name) => /^readme(?:\.md|\.txt)?$/i.test(name))
}

/** The read-mes that tell of a folder: its own, then the repository's. */
export function readmesFor(place: Place): readonly { readonly place: Place; readonly name: string }[] {
  const places = place.root === '.' ? [place] : [place, placeAt(place.repository, '.')]
  return places.flatMap((at) => {
    const name = readmeIn(at)
    return name === undefined ? [] : [{ place: at, name }]
  })
}
