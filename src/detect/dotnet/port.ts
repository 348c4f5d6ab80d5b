import { isPort } from '../commands/port.ts'
import { type Finding, find, usualPort } from '../finding.ts'
import type { Place } from '../place.ts'

const patterns: readonly (readonly [string, RegExp])[] = [
  ['Program.cs', /(?:UseUrls\(|\.Urls\.Add\(|app\.Run\()\s*\$?"https?:\/\/[\w.*+[\]]+:(\d{2,5})/],
  ['Program.cs', /(?:ListenAnyIP|Listen)\([^)\d]*(\d{2,5})\)/],
  ['appsettings.json', /"Kestrel"[\s\S]{0,300}?"Url"\s*:\s*"http:\/\/[\w.*+[\]]+:(\d{2,5})/],
]

/** The port of an ASP.NET Core server: what its code or settings say, else 8080 since .NET 8, 5000 before (outside an image). */
export function dotnetPort(place: Place, major: string | null): readonly Finding[] {
  const honours = /GetEnvironmentVariable\("PORT"\)/.test(place.text('Program.cs') ?? '')
  const taken = honours
    ? [find('honoursPort', true, place.proof('Program.cs', place.texts.seen.readsPort, '"PORT"'))]
    : []
  for (const [file, pattern] of patterns) {
    const match = pattern.exec(place.text(file) ?? '')
    const port = Number(match?.[1])
    if (match && isPort(port))
      return [find('port', port, place.proof(file, place.texts.seen.listensOn(String(port)), match[0])), ...taken]
  }
  // https://learn.microsoft.com/dotnet/core/compatibility/containers/8.0/aspnet-port (2026-11-22): images of .NET 8 and later listen on 8080.
  const standard = Number(major ?? '8') >= 8 ? 8080 : 80
  return [
    usualPort(
      standard,
      place.proof(
        place.pick('Program.cs', 'appsettings.json') ?? '',
        place.texts.seen.dotnetImages(major ?? '', standard),
      ),
    ),
    ...taken,
  ]
}
