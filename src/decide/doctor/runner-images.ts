/** An image of GitHub's own runners that is gone, or will be: jobs that ask for it then fail, or wait for ever. */
export interface RunnerImage {
  /** The label of `runs-on`, with what may stand behind it. */
  readonly label: RegExp
  /** ISO 8601. */
  readonly on: string
  readonly source: string
  readonly next: string
}

/** Announcements of https://github.com/actions/runner-images, read 2026-11-22. */
export const runnerImages: readonly RunnerImage[] = [
  { label: /ubuntu-18\.04/, on: '2023-04-03', source: issue(6002), next: 'ubuntu-24.04' },
  { label: /ubuntu-20\.04/, on: '2025-04-15', source: issue(11101), next: 'ubuntu-24.04' },
  { label: /ubuntu-22\.04(?:-arm)?/, on: '2027-04-17', source: issue(14254), next: 'ubuntu-24.04' },
  { label: /windows-2019/, on: '2025-06-30', source: issue(12045), next: 'windows-2025' },
  { label: /macos-10\.15/, on: '2023-03-31', source: issue(5583), next: 'macos-15' },
  { label: /macos-11(?:\.0)?/, on: '2024-06-28', source: issue(9255), next: 'macos-15' },
  { label: /macos-12(?:-x?large)?/, on: '2024-12-03', source: issue(10721), next: 'macos-15' },
  { label: /macos-13(?:-x?large)?/, on: '2025-12-08', source: issue(13046), next: 'macos-15-intel' },
  { label: /macos-14(?:-x?large)?/, on: '2026-11-02', source: issue(13518), next: 'macos-15' },
]

function issue(number: number): string {
  return `https://github.com/actions/runner-images/issues/${number}`
}
