/**
 * Remembers what was made of an object for as long as the object lives: asked twice, worked out once.
 * Nothing is shared between two objects, so that one repository never tells on the next (case D35).
 */
export function once<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, { readonly value: T }>()
  return (key) => {
    const known = made.get(key) ?? { value: make(key) }
    made.set(key, known)
    return known.value
  }
}
