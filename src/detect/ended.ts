import type { Texts } from '../text.ts'
import { endOf } from './node/node-releases.ts'

/**
 * Versions without security fixes on 2026-11-22, with the day on which they ended.
 * Sources: https://devguide.python.org/versions/, https://www.ruby-lang.org/en/downloads/branches/, https://www.php.net/eol.php,
 * https://dotnet.microsoft.com/platform/support/policy, https://hexdocs.pm/elixir/compatibility-and-deprecations.html (read 2026-11-22).
 */
const ended: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  python: {
    '2.7': '2020-01-01',
    '3.5': '2020-09-30',
    '3.6': '2021-12-23',
    '3.7': '2023-06-27',
    '3.8': '2024-10-07',
    '3.9': '2025-10-31',
    '3.10': '2026-10-31',
  },
  ruby: {
    '2.5': '2021-03-31',
    '2.6': '2022-03-31',
    '2.7': '2023-03-31',
    '3.0': '2024-04-23',
    '3.1': '2025-03-26',
    '3.2': '2026-03-31',
  },
  php: { '7.2': '2020-11-30', '7.3': '2021-12-06', '7.4': '2022-11-28', '8.0': '2023-11-26', '8.1': '2025-12-31' },
  dotnet: { '5': '2022-05-10', '6': '2024-11-12', '7': '2024-05-14', '8': '2026-11-10', '9': '2026-11-10' },
}

/** The day on which a version of a runtime ended, ISO 8601; null for one that is kept up, or that is not known. Node's are majors. */
export function endedOn(name: string, version: string): string | null {
  return name === 'node' ? endOf(Number(version)) : (ended[name]?.[version] ?? null)
}

/** A sentence for a version that has ended; null for one that is kept up, or that is not known. */
export function endedRemark(name: string, version: string, from: string, texts: Texts): string | null {
  const date = ended[name]?.[version]
  if (date === undefined) return null
  const title = { python: 'Python', ruby: 'Ruby', php: 'PHP', dotnet: '.NET' }[name] ?? name
  return texts.seen.ended(title, version, from, date)
}
