import { portOf } from '../../start-command.ts'
import { apt, bashCheck, blocks, type Cook, execForm, expose, folderInContext, systemPackages } from './recipe.ts'

const defaultVersion = '10'

/** ASP.NET Core servers and workers, published framework-dependent. */
export const dotnet: Cook = (app) => {
  const version = app.runtime?.version ?? defaultVersion
  const major = Number.parseInt(version, 10)
  const tag = version.includes('.') ? version : `${version}.0`
  const port = portOf(app)
  const project = /dotnet publish\s+(?!-)("[^"]+"|[\w./-]+)/.exec(app.build ?? '')?.[1] ?? '.'
  const folder = folderInContext(app)
  const start = app.start ?? ''
  const dll = (/"(?:[^"]*\/)?([^"/]+\.dll)"/.exec(start) ?? /([\w.-]+\.dll)\b/.exec(start))?.[1]
  return {
    ok: true,
    ignore: ['**/bin', '**/obj', '**/.vs', '**/*.user', '**/appsettings.Development.json'],
    dockerfile: blocks(
      [
        `FROM mcr.microsoft.com/dotnet/sdk:${tag} AS build`,
        'WORKDIR /src',
        '# Projects first: packages are restored again only when they change',
        'COPY --parents **/*.csproj **/*.fsproj **/*.props **/*.targets *.sln *.slnx nuget.config NuGet.Config global.json **/packages.lock.json ./',
        folder !== '.' && `WORKDIR /src/${folder}`,
        `RUN --mount=type=cache,target=/root/.nuget/packages \\\n    dotnet restore ${project}`,
        folder !== '.' && 'WORKDIR /src',
        'COPY . .',
        folder !== '.' && `WORKDIR /src/${folder}`,
        'RUN --mount=type=cache,target=/root/.nuget/packages \\',
        `    dotnet publish ${project} --configuration Release --no-restore --output /out -p:UseAppHost=false`,
      ],
      [
        `FROM mcr.microsoft.com/dotnet/${port === null ? 'runtime' : 'aspnet'}:${tag}`,
        apt(systemPackages(app)),
        'WORKDIR /app',
        'COPY --from=build /out ./',
        port !== null && (major >= 8 ? `ENV ASPNETCORE_HTTP_PORTS=${port}` : `ENV ASPNETCORE_URLS=http://+:${port}`),
        major >= 8 ? 'USER $APP_UID' : 'USER 10001',
        expose(port),
        bashCheck(port),
        dll
          ? `CMD ${execForm(['dotnet', dll])}`
          : `CMD ${execForm(['/bin/sh', '-c', 'exec dotnet "$(basename *.runtimeconfig.json .runtimeconfig.json).dll"'])}`,
      ],
    ),
  }
}
