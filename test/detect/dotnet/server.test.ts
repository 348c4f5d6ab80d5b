import { describe, expect, it } from 'vitest'
import { appOf, surveyOf } from '../../survey-of.ts'

const project = (sdk: string, inner: string) =>
  `<Project Sdk="${sdk}">\n  <PropertyGroup>\n    ${inner}\n  </PropertyGroup>\n</Project>\n`

describe('a .NET program', () => {
  it('of the web SDK is a server', () => {
    expect(
      appOf({
        'Shop.Api.csproj': project('Microsoft.NET.Sdk.Web', '<TargetFramework>net10.0</TargetFramework>'),
        'Program.cs': 'app.Run();',
      }),
    ).toMatchObject({
      kind: 'server',
      language: 'dotnet',
      framework: 'asp.net core',
      packageManager: { name: 'nuget' },
      runtime: { name: 'dotnet', version: '10', from: 'Shop.Api.csproj' },
      install: 'dotnet restore Shop.Api.csproj',
      build: 'dotnet publish Shop.Api.csproj -c Release -o out',
      start: 'dotnet out/Shop.Api.dll',
      port: 8080,
    })
  })

  it('listens where its code says', () => {
    expect(
      appOf({
        'A.csproj': project('Microsoft.NET.Sdk.Web', '<TargetFramework>net9.0</TargetFramework>'),
        'Program.cs': 'app.Run("http://0.0.0.0:5005");',
      }).port,
    ).toBe(5005)
  })

  it('beside its solution is built by name', () => {
    expect(
      appOf({ 'A.sln': '', 'A.csproj': project('Microsoft.NET.Sdk.Web', '<TargetFramework>net9.0</TargetFramework>') })
        .build,
    ).toBe('dotnet publish A.csproj -c Release -o out')
  })

  it('of the worker SDK is a worker', () => {
    expect(
      appOf({ 'W.csproj': project('Microsoft.NET.Sdk.Worker', '<TargetFramework>net10.0</TargetFramework>') }),
    ).toMatchObject({ kind: 'worker', port: null, start: 'dotnet out/W.dll' })
  })

  it('of the console is a worker where an image is built of it', () => {
    const exe = project('Microsoft.NET.Sdk', '<OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework>')
    expect(surveyOf({ 'T.csproj': exe }).apps).toEqual([])
    expect(
      appOf({
        'T.csproj': exe,
        Dockerfile:
          'FROM mcr.microsoft.com/dotnet/sdk:10.0 AS b\nCOPY . .\nRUN dotnet publish -o /app\nFROM mcr.microsoft.com/dotnet/runtime:10.0\nCOPY --from=b /app .\nENTRYPOINT ["dotnet", "T.dll"]\n',
      }),
    ).toMatchObject({ kind: 'worker', framework: null, start: 'dotnet T.dll' })
  })

  it('of Blazor WebAssembly is a static site', () => {
    expect(
      appOf({
        'B.csproj': project('Microsoft.NET.Sdk.BlazorWebAssembly', '<TargetFramework>net9.0</TargetFramework>'),
        'wwwroot/index.html': '',
      }),
    ).toMatchObject({ kind: 'static', output: 'publish/wwwroot', start: null })
  })

  it('of which the root holds only the Dockerfile is one app at the root', () => {
    const { apps } = surveyOf({
      Dockerfile:
        'FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build\nCOPY ["Api/Api.csproj", "Api/"]\nRUN dotnet restore "Api/Api.csproj"\nCOPY . .\nRUN dotnet publish Api/Api.csproj -o /out\nFROM mcr.microsoft.com/dotnet/aspnet:9.0\nCOPY --from=build /out .\nEXPOSE 8080\nENTRYPOINT ["dotnet", "Api.dll"]\n',
      'Api/Api.csproj': project('Microsoft.NET.Sdk.Web', '<TargetFramework>net9.0</TargetFramework>'),
      'Api.Tests/Api.Tests.csproj': project('Microsoft.NET.Sdk', '<IsTestProject>true</IsTestProject>'),
    })
    expect(apps.map(({ root, install, build, start, port }) => ({ root, install, build, start, port }))).toEqual([
      {
        root: '.',
        install: 'dotnet restore Api/Api.csproj',
        build: 'dotnet publish Api/Api.csproj -c Release -o out',
        start: 'dotnet Api.dll',
        port: 8080,
      },
    ])
  })

  it('that is built from the root by an image of everything is at the root', () => {
    const { apps } = surveyOf({
      Dockerfile:
        'FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build\nCOPY . .\nRUN dotnet run --project build -- publish\nFROM mcr.microsoft.com/dotnet/aspnet:9.0\nCOPY --from=build /publish .\nEXPOSE 8080\nENTRYPOINT ["dotnet", "Conduit.dll"]\n',
      'src/Conduit/Conduit.csproj': project('Microsoft.NET.Sdk.Web', '<TargetFramework>net9.0</TargetFramework>'),
    })
    expect(apps.map(({ root, framework }) => [root, framework])).toEqual([['.', 'asp.net core']])
  })

  it('of Blazor that a server of the solution serves is a part of it', () => {
    const { apps } = surveyOf({
      'src/Web/Web.csproj':
        '<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><ProjectReference Include="..\\Admin\\Admin.csproj" /></ItemGroup></Project>',
      'src/Admin/Admin.csproj': project('Microsoft.NET.Sdk.BlazorWebAssembly', ''),
    })
    expect(apps.map(({ root }) => root)).toEqual(['src/Web'])
  })

  it('in src/ beside libraries and tests is the only app', () => {
    const { apps } = surveyOf({
      'Shop.sln': '',
      'src/Shop.Web/Shop.Web.csproj': project('Microsoft.NET.Sdk.Web', '<TargetFramework>net8.0</TargetFramework>'),
      'src/Shop.Core/Shop.Core.csproj': project('Microsoft.NET.Sdk', '<TargetFramework>net8.0</TargetFramework>'),
      'tests/Shop.Tests/Shop.Tests.csproj': project('Microsoft.NET.Sdk', '<TargetFramework>net8.0</TargetFramework>'),
    })
    expect(apps.map(({ root }) => root)).toEqual(['src/Shop.Web'])
  })
})

describe('the project of a .NET program', () => {
  const project =
    '<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup></Project>'
  const image = (restore: string, publish: string) =>
    `FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build\nWORKDIR /src\nCOPY . .\nRUN ${restore}\nRUN ${publish}\nFROM mcr.microsoft.com/dotnet/aspnet:8.0\nCOPY --from=build /out .\nEXPOSE 8080\nENTRYPOINT ["dotnet", "Api.dll"]\n`

  it.each([
    ['dotnet restore', 'dotnet publish -c Release -o /out', 'dotnet restore'],
    ['dotnet restore Api.csproj', 'dotnet publish Api.csproj -c Release -o /out', 'dotnet restore Api.csproj'],
  ])('is named as the Dockerfile does: %s', (restore, publish, install) => {
    expect(appOf({ 'Api.csproj': project, 'Program.cs': '', Dockerfile: image(restore, publish) }).install).toBe(
      install,
    )
  })

  it('is named where no Dockerfile tells', () => {
    expect(appOf({ 'Api.csproj': project, 'Program.cs': '' })).toMatchObject({
      install: 'dotnet restore Api.csproj',
      build: 'dotnet publish Api.csproj -c Release -o out',
    })
  })
})

it('a project with blanks in its name is quoted', () => {
  const app = appOf({ 'My shop.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"></Project>', 'Program.cs': '' })
  expect(app).toMatchObject({
    install: 'dotnet restore "My shop.csproj"',
    build: 'dotnet publish "My shop.csproj" -c Release -o out',
    start: 'dotnet "out/My shop.dll"',
  })
})
