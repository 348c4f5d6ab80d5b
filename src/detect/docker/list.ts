/** The texts of an exec form, `["a", "b"]`; null where the value is none. */
export function execForm(value: string): readonly string[] | null {
  if (!/^\s*\[/.test(value)) return null
  try {
    const list: unknown = JSON.parse(value)
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : null
  } catch {
    return null
  }
}
