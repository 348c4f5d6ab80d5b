/**
 * The candidate that was most likely meant, or null where none is near: at most two slips (a letter added, left out,
 * changed, or two swapped), one in words of up to four letters. Words over 32 letters are never near anything.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  if (word.length > 32) return null
  const allowed = word.length <= 4 ? 1 : 2
  const ranked = candidates
    .map((candidate) => ({ candidate, slips: distance(word, candidate) }))
    .filter(({ candidate, slips }) => slips <= allowed || (word.length > 2 && candidate.startsWith(word)))
    .sort((a, b) => a.slips - b.slips)
  return ranked[0]?.candidate ?? null
}

/** Edit distance with swaps of neighbours (optimal string alignment). */
function distance(a: string, b: string): number {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(
        Math.min(
          cell(last, j) + 1,
          cell(row, j - 1) + 1,
          cell(last, j - 1) + (same ? 0 : 1),
          swapped ? cell(beforeLast, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    beforeLast = last
    last = row
  }
  return cell(last, b.length)
}

function cell(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
