/** Whether a folder lies in another one, or is it. `.` is the root. */
export function isIn(folder: string, other: string): boolean {
  return other === '.' || folder === other || folder.startsWith(`${other}/`)
}

/** Whether a folder lies below another one. */
export function isBelow(folder: string, other: string): boolean {
  return folder !== other && isIn(folder, other)
}

/** The way from one folder to another: from `backend` to `frontend` it is `../frontend`. */
export function pathFrom(from: string, to: string): string {
  const parts = (folder: string) => (folder === '.' ? [] : folder.split('/'))
  const [start, end] = [parts(from), parts(to)]
  let same = 0
  while (same < start.length && same < end.length && start[same] === end[same]) same++
  return [...start.slice(same).map(() => '..'), ...end.slice(same)].join('/') || '.'
}
