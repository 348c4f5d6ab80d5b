/** The way from one folder to a path: from `backend` to `frontend` it is `../frontend`. */
export function pathFrom(from: string, to: string): string {
  const parts = (path: string) => (path === '.' ? [] : path.split('/'))
  const [start, end] = [parts(from), parts(to)]
  let same = 0
  while (same < start.length && same < end.length && start[same] === end[same]) same++
  return [...start.slice(same).map(() => '..'), ...end.slice(same)].join('/') || '.'
}
