/** The versions of something that runs code, with the day on which fixes for each one end (ISO 8601). */
interface Life {
  readonly title: string
  /** The version to go to. */
  readonly next: string
  readonly source: string
  readonly ends: Readonly<Record<string, string>>
}

/** The day on which the table was read in the sources that it names. */
export const readOn = '2026-11-22'

const lives: Readonly<Record<string, Life>> = {
  node: {
    title: 'Node.js',
    next: '24',
    source: 'https://nodejs.org/en/about/previous-releases',
    ends: {
      ...{ '4': '2018-04-30', '5': '2016-06-30', '6': '2019-04-30', '7': '2017-06-30', '8': '2019-12-31' },
      ...{ '9': '2018-06-30', '10': '2021-04-30', '11': '2019-06-01', '12': '2022-04-30', '13': '2020-06-01' },
      ...{ '14': '2023-04-30', '15': '2021-06-01', '16': '2023-09-11', '17': '2022-06-01', '18': '2025-04-30' },
      ...{ '19': '2023-06-01', '20': '2026-04-30', '21': '2024-06-01', '22': '2027-04-30', '23': '2025-06-01' },
      ...{ '24': '2028-04-30', '25': '2026-06-01', '26': '2029-04-30' },
    },
  },
  python: {
    title: 'Python',
    next: '3.13',
    source: 'https://devguide.python.org/versions/',
    ends: {
      ...{ '2.7': '2020-01-01', '3.5': '2020-09-30', '3.6': '2021-12-23', '3.7': '2023-06-27', '3.8': '2024-10-07' },
      ...{ '3.9': '2025-10-31', '3.10': '2026-10-31', '3.11': '2027-10-31', '3.12': '2028-10-31' },
      ...{ '3.13': '2029-10-31', '3.14': '2030-10-31' },
    },
  },
  ruby: {
    title: 'Ruby',
    next: '3.4',
    source: 'https://www.ruby-lang.org/en/downloads/branches/',
    ends: {
      ...{ '2.5': '2021-03-31', '2.6': '2022-03-31', '2.7': '2023-03-31', '3.0': '2024-04-23', '3.1': '2025-03-26' },
      ...{ '3.2': '2026-03-31', '3.3': '2027-03-31', '3.4': '2028-03-31', '4.0': '2029-03-31' },
    },
  },
  php: {
    title: 'PHP',
    next: '8.4',
    source: 'https://www.php.net/supported-versions.php',
    ends: {
      ...{ '7.2': '2020-11-30', '7.3': '2021-12-06', '7.4': '2022-11-28', '8.0': '2023-11-26', '8.1': '2025-12-31' },
      ...{ '8.2': '2026-12-31', '8.3': '2027-12-31', '8.4': '2028-12-31', '8.5': '2029-12-31' },
    },
  },
  dotnet: {
    title: '.NET',
    next: '10',
    source: 'https://dotnet.microsoft.com/platform/support/policy',
    ends: {
      ...{ '5': '2022-05-10', '6': '2024-11-12', '7': '2024-05-14', '8': '2026-11-10', '9': '2026-11-10' },
      ...{ '10': '2028-11-14' },
    },
  },
  go: {
    title: 'Go',
    next: '1.26',
    source: 'https://go.dev/doc/devel/release#policy',
    ends: {
      ...{ '1.16': '2022-03-15', '1.17': '2022-08-02', '1.18': '2023-02-01', '1.19': '2023-09-06' },
      ...{ '1.20': '2024-02-06', '1.21': '2024-08-13', '1.22': '2025-02-11', '1.23': '2025-08-12' },
      ...{ '1.24': '2026-02-10', '1.25': '2026-08-19' },
    },
  },
  // Debian by the end of its long-term support, which is later than that of its security team.
  debian: {
    title: 'Debian',
    next: '13',
    source: 'https://wiki.debian.org/LTS',
    ends: { '8': '2020-06-30', '9': '2022-07-01', '10': '2024-06-30', '11': '2026-08-31', '12': '2028-06-30' },
  },
  ubuntu: {
    title: 'Ubuntu',
    next: '24.04',
    source: 'https://wiki.ubuntu.com/Releases',
    ends: { '16.04': '2021-04-02', '18.04': '2023-05-31', '20.04': '2025-05-31', '22.04': '2027-04-01' },
  },
  amazonlinux: {
    title: 'Amazon Linux',
    next: '2023',
    source: 'https://docs.aws.amazon.com/AL2/latest/relnotes/relnotes-al2.html',
    ends: { '1': '2023-12-31', '2': '2026-06-30', '2018.03': '2023-12-31', '2023': '2029-06-30' },
  },
  centos: {
    title: 'CentOS Linux',
    next: '',
    source: 'https://wiki.centos.org/About(2f)Product.html',
    ends: { '6': '2020-11-30', '7': '2024-06-30', '8': '2021-12-31' },
  },
}

/** When a version ends, or ended. */
export interface EndOfLife {
  readonly title: string
  readonly version: string
  /** ISO 8601. */
  readonly on: string
  readonly source: string
  /** The version to go to; null: there is none. */
  readonly next: string | null
}

/**
 * When a version of a language or a system ends; null where it is not known. `version` counts as the product does: a major for Node.js
 * and .NET, major.minor for Python, Ruby, PHP and Go.
 */
export function endOfLife(product: string, version: string): EndOfLife | null {
  const life = Object.hasOwn(lives, product) ? lives[product] : undefined
  const on = life && Object.hasOwn(life.ends, version) ? life.ends[version] : undefined
  if (life === undefined || on === undefined) return null
  return { title: life.title, version, on, source: life.source, next: life.next === '' ? null : life.next }
}
