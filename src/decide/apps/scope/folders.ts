/** Whether a folder lies in another one, or is it. `.` is the root. */
export function isIn(folder: string, other: string): boolean {
  return other === '.' || folder === other || folder.startsWith(`${other}/`)
}

/** Whether a folder lies below another one. */
export function isBelow(folder: string, other: string): boolean {
  return folder !== other && isIn(folder, other)
}
