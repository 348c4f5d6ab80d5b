import { describe, expect, it } from 'vitest'
import { atBuiltProgram } from '../../../src/detect/docker/built-program.ts'
import { dockerfiles } from '../../../src/detect/docker/dockerfile.ts'
import { viewTree } from '../../../src/detect/repository.ts'
import { treeOf } from '../../tree-of.ts'

function atBuilt(dockerfile: string): string {
  const [facts] = dockerfiles(viewTree(treeOf({ Dockerfile: dockerfile })))
  return facts?.command ? atBuiltProgram(facts.command.text, facts) : ''
}

describe('a program that an earlier stage made', () => {
  const build = 'FROM golang:1.25 AS build\nWORKDIR /src\nCOPY . .\nRUN make\nFROM alpine\n'

  it.each([
    ['COPY --from=build /src/bin/app /\nCMD ["/app"]\n', './bin/app'],
    ['WORKDIR /srv\nCOPY --from=build /src/bin/app ./server\nCMD ["./server", "--verbose"]\n', './bin/app --verbose'],
    ['COPY --from=build /src/bin/app /usr/local/bin/\nENTRYPOINT ["app"]\n', './bin/app'],
    [
      'WORKDIR /rel\nCOPY --from=build /src/_build/prod/rel/shop/ /rel/\nCMD ["/rel/bin/shop", "start"]\n',
      './_build/prod/rel/shop/bin/shop start',
    ],
    [
      'WORKDIR /app\nCOPY --from=0 /src/target/shop.jar app.jar\nCMD ["java", "-jar", "app.jar"]\n',
      'java -jar ./target/shop.jar',
    ],
  ])('is where that stage put it: %j', (rest, command) => {
    expect(atBuilt(build + rest)).toBe(command)
  })

  it.each([
    ['outside its own folder', 'COPY --from=build /out/app /app\nCMD ["/app"]\n', '/app'],
    ['from another image', 'COPY --from=nginx:1 /src/bin/app /app\nCMD ["/app"]\n', '/app'],
    ['through a shell', 'COPY --from=build /src/bin/app /app\nCMD /app | tee log\n', '/app | tee log'],
  ])('stays as it is %s', (_, rest, command) => {
    expect(atBuilt(build + rest)).toBe(command)
  })
})

it('begins in the folder of the stage below, and in folders that are written in quotes', () => {
  const below =
    'FROM golang:1.25 AS base\nWORKDIR "/src"\nFROM base AS build\nCOPY . .\nRUN make\nFROM alpine\nWORKDIR "/srv"\n'
  expect(atBuilt(`${below}COPY --from=build /src/bin/app ./\nCMD ["/srv/app"]\n`)).toBe('./bin/app')
})
