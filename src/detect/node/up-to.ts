/** The way from a folder up to one above it: `apps/web`, `.` → `../..`. */
export function upTo(folder: string, above: string): string {
  const depth = folder.split('/').length - (above === '.' ? 0 : above.split('/').length)
  return Array.from({ length: depth }, () => '..').join('/')
}
