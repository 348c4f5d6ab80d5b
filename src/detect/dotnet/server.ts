import type { Kind } from '../../model.ts'
import type { Detector } from '../detector.ts'
import { buildFor } from '../docker/owner.ts'
import { type Finding, find, type Proof } from '../finding.ts'
import type { Place } from '../place.ts'
import { runtimeFindings } from '../runtime-pin.ts'
import { dotnetPort } from './port.ts'

/** .NET programs by their project file: web, worker and Blazor WebAssembly; a console program where an image is built of it. */
export const dotnetServer: Detector = {
  id: 'dotnet-server',
  stack: 'dotnet',
  reads: [
    '*.csproj',
    '*.fsproj',
    'global.json',
    'launchSettings.json',
    'appsettings.json',
    'Program.cs',
    'Directory.Build.props',
  ],
  find(place) {
    const file = [...place.folder.files].filter((name) => /\.(?:cs|fs)proj$/.test(name)).sort()[0]
    const text = file === undefined ? undefined : place.text(file)
    if (file === undefined || text === undefined) return []
    const sort = sortOf(text, place)
    if (!sort)
      return /IsTestProject|Microsoft\.NET\.Test\.Sdk/.test(text)
        ? [find('notAnApp', 'part', place.proof(file, place.texts.seen.testProject))]
        : []
    const proof = place.proof(file, sort.says, sort.says)
    if (sort.kind === 'static' && isHosted(place, file)) return [find('notAnApp', 'part', proof)]
    const project = isNamed(place, file) ? ` ${quoted(file)}` : ''
    return [
      find('language', 'dotnet', proof),
      sort.id === null
        ? find('kind', sort.kind, proof)
        : find('framework', { id: sort.id, kind: sort.kind, major: null, spa: sort.kind === 'static' }, proof),
      find('packageManager', { name: 'nuget', version: null }, proof),
      find('install', `dotnet restore${project}`, proof),
      ...commands(file, project, text, sort, proof),
      ...version(place, file, text),
      ...(sort.kind === 'server' ? dotnetPort(place, majorIn(text)) : []),
    ]
  },
}

/** Whether commands name the project: as the Dockerfile does it, and always where there are several or no Dockerfile tells. */
function isNamed(place: Place, file: string): boolean {
  if ([...place.folder.files].filter((name) => /\.(?:[cf]sproj|slnx?)$/.test(name)).length > 1) return true
  const runs = (buildFor(place)?.facts.runs ?? []).filter(({ value }) =>
    /\bdotnet (?:restore|publish|build)\b/.test(value),
  )
  return runs.length === 0 || runs.some(({ value }) => value.includes(file))
}

/** Whether a web project of the repository refers to a Blazor project: it serves these pages itself. */
function isHosted(place: Place, file: string): boolean {
  const reference = new RegExp(`ProjectReference[^>]*[\\\\/"]${file.replaceAll('.', '\\.')}"`)
  return [...place.repository.tree.files].some(
    ([path, text]) => path.endsWith('.csproj') && text.includes('Microsoft.NET.Sdk.Web') && reference.test(text),
  )
}

interface Sort {
  readonly id: string | null
  readonly kind: Kind
  readonly says: string
}

function sortOf(text: string, place: Place): Sort | null {
  if (/IsTestProject>\s*true|Microsoft\.NET\.Test\.Sdk|xunit|NUnit|MSTest/.test(text)) return null
  if (text.includes('Microsoft.NET.Sdk.BlazorWebAssembly'))
    return { id: 'blazor-wasm', kind: 'static', says: 'Microsoft.NET.Sdk.BlazorWebAssembly' }
  if (/<Project[^>]*Sdk="Microsoft\.NET\.Sdk\.Web"/.test(text))
    return { id: 'asp.net core', kind: 'server', says: 'Microsoft.NET.Sdk.Web' }
  if (/Microsoft\.AspNetCore\.App|Microsoft\.AspNetCore\.All/.test(text) && !/OutputType>\s*Library/.test(text))
    return executable(text) ? { id: 'asp.net core', kind: 'server', says: 'Microsoft.AspNetCore' } : null
  if (text.includes('Microsoft.NET.Sdk.Worker'))
    return { id: 'dotnet-worker', kind: 'worker', says: 'Microsoft.NET.Sdk.Worker' }
  const runs =
    executable(text) &&
    !/PackAsTool|UseWPF|UseWindowsForms|net[\d.]+-windows|AWSProjectType>\s*Lambda|Amazon\.Lambda/.test(text)
  if (
    runs &&
    (buildFor(place) || /DSharpPlus|Discord\.Net|Telegram\.Bot|SlackNet|Microsoft\.Extensions\.Hosting"/.test(text))
  )
    return { id: null, kind: 'worker', says: 'OutputType' }
  return null
}

function executable(text: string): boolean {
  return /<OutputType>\s*(?:Exe|WinExe)\s*</i.test(text)
}

function commands(file: string, project: string, text: string, { kind }: Sort, proof: Proof): readonly Finding[] {
  const assembly = /<AssemblyName>\s*([\w.-]+)\s*</.exec(text)?.[1] ?? file.replace(/\.(?:cs|fs)proj$/, '')
  if (kind === 'static') {
    return [
      find('build', `dotnet publish${project} -c Release -o publish`, proof),
      find('output', 'publish/wwwroot', proof),
    ]
  }
  return [
    find('build', `dotnet publish${project} -c Release -o out`, proof),
    find('start', `dotnet ${quoted(`out/${assembly}.dll`)}`, proof),
  ]
}

// Visual Studio takes any name for a project.
const quoted = (name: string) => (/^[\w./-]+$/.test(name) ? name : `"${name}"`)

function majorIn(text: string): string | null {
  const [, core, version = '', major] = /<TargetFrameworks?>[^<]*?net(coreapp)?((\d+)\.\d)/.exec(text) ?? []
  return core === undefined ? (major ?? null) : version
}

function version(place: Place, file: string, text: string): readonly Finding[] {
  const own = majorIn(text)
  const props = own === null ? majorIn(place.repository.text('Directory.Build.props') ?? '') : null
  const image = buildFor(place)?.facts
  const major = own ?? props ?? (image?.runtime?.name === 'dotnet' ? image.runtime.version : null)
  if (major === null) return []
  const proof =
    own !== null
      ? place.proof(file, `net${major}.0`, 'TargetFramework')
      : props !== null
        ? { path: 'Directory.Build.props', line: null, says: `net${major}.0` }
        : { path: image?.path ?? file, line: image?.runtime?.line ?? null, says: `FROM ${image?.runtime?.base ?? ''}` }
  return runtimeFindings('dotnet', { version: major, text: major, proof }, place)
}
