import { describe, expect, it } from 'vitest'
import { appOf, surveyOf } from '../../survey-of.ts'

const mod = (...requires: readonly string[]) =>
  `module github.com/acme/shop\n\ngo 1.24.3\n\nrequire (\n${requires.map((one) => `\t${one} v1.0.0\n`).join('')})\n`
const main = (body: string) => `package main\n\nimport "net/http"\n\nfunc main() {\n\t${body}\n}\n`

describe('a Go server', () => {
  it.each([
    ['gin', 'github.com/gin-gonic/gin', 'r.Run()', 8080],
    ['gin', 'github.com/gin-gonic/gin', 'r.Run(":9000")', 9000],
    ['echo', 'github.com/labstack/echo/v4', 'e.Logger.Fatal(e.Start(":1323"))', 1323],
    ['fiber', 'github.com/gofiber/fiber/v2', 'log.Fatal(app.Listen(":3000"))', 3000],
    ['chi', 'github.com/go-chi/chi/v5', 'http.ListenAndServe(":3333", r)', 3333],
    ['gorilla/mux', 'github.com/gorilla/mux', 'srv := &http.Server{Addr: "0.0.0.0:8081"}', 8081],
  ])('with %s', (framework, module, body, port) => {
    expect(appOf({ 'go.mod': mod(module), 'go.sum': '', 'main.go': main(body) })).toMatchObject({
      kind: 'server',
      language: 'go',
      framework,
      runtime: { name: 'go', version: '1.24', from: 'go.mod' },
      install: 'go mod download',
      build: 'go build -o bin/shop .',
      start: './bin/shop',
      port,
      lockfile: 'go.sum',
    })
  })

  it('without a framework listens with net/http', () => {
    expect(appOf({ 'go.mod': mod(), 'main.go': main('log.Fatal(http.ListenAndServe(":8080", nil))') })).toMatchObject({
      framework: 'net/http',
      port: 8080,
    })
  })

  it('takes PORT from the environment with its default', () => {
    const app = appOf({
      'go.mod': mod(),
      'main.go': main(
        'port := os.Getenv("PORT")\n\tif port == "" {\n\t\tport = "8088"\n\t}\n\thttp.ListenAndServe(":"+port, nil)',
      ),
    })
    expect(app).toMatchObject({ port: 8088, honoursPort: true })
  })

  it('needs the stores whose drivers it asks for itself', () => {
    const indirect = mod('github.com/gin-gonic/gin', 'github.com/redis/go-redis/v9').replace(
      ')',
      '\tgithub.com/lib/pq v1.10.0 // indirect\n)',
    )
    expect(appOf({ 'go.mod': indirect, 'main.go': main('r.Run()') }).needs).toEqual(['redis'])
  })

  it('G23 with several programs builds the one that serves', () => {
    const app = appOf({
      'go.mod': mod('github.com/gin-gonic/gin'),
      'cmd/migrate/main.go': main('run()'),
      'cmd/api/main.go': main('server.Run()'),
      'internal/server/server.go': 'package server\n\nfunc Run() {\n\tr.Run(":8000")\n}\n',
    })
    expect(app).toMatchObject({ build: 'go build -o bin/api ./cmd/api', start: './bin/api', port: 8000 })
  })

  it('with several programs and no likely name builds the one that listens', () => {
    const app = appOf({
      'go.mod': mod(),
      'cmd/empty/main.go': main(''),
      'cmd/front/main.go': main('http.ListenAndServe(":8080", nil)'),
    })
    expect(app.build).toBe('go build -o bin/front ./cmd/front')
  })

  it('is built as its Dockerfile builds it', () => {
    const app = appOf({
      'go.mod': mod(),
      'cmd/one/main.go': main('http.ListenAndServe(":80", nil)'),
      'cmd/two/main.go': main('http.ListenAndServe(":80", nil)'),
      Dockerfile:
        'FROM golang:1.24 AS build\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /server ./cmd/two\nFROM scratch\nCOPY --from=build /server /server\nEXPOSE 80\nENTRYPOINT ["/server"]\n',
    })
    expect(app).toMatchObject({
      build: 'CGO_ENABLED=0 go build -o /server ./cmd/two',
      start: '/server',
      dockerfile: { usable: true },
    })
  })
})

describe('a Go program that is no server', () => {
  it('a Discord bot is a worker', () => {
    expect(
      appOf({
        'go.mod': mod('github.com/bwmarrin/discordgo'),
        'main.go': main('dg, _ := discordgo.New(token)\n\tdg.Open()'),
      }),
    ).toMatchObject({ kind: 'worker', framework: 'discordgo', port: null })
  })

  it('a command line tool and a library are no apps', () => {
    expect(surveyOf({ 'go.mod': mod('github.com/spf13/cobra'), 'main.go': main('cmd.Execute()') }).apps).toEqual([])
    expect(surveyOf({ 'go.mod': mod('github.com/gin-gonic/gin'), 'lib.go': 'package shop\n' }).apps).toEqual([])
  })
})
