import { describe, expect, it } from 'vitest'
import { appOf } from '../survey-of.ts'

const files = {
  'go.mod': 'module acme.com/shop\n\ngo 1.25\n\nrequire github.com/labstack/echo/v4 v4.13.0\n',
  'cmd/api/main.go': 'package main\n\nfunc main() {\n  e.Start(cfg.Server.Port)\n}\n',
}

describe('a server whose source names no port', () => {
  it.each([
    ['config/config.yml', 'server:\n  Version: 1.0.0\n  Port: :8000\n\nmysql:\n  Port: 3306\n', 8000],
    ['config/default.toml', '[database]\nport = 5432\n\n[server]\nhost = "0.0.0.0"\nport = 7000\n', 7000],
    ['config.yaml', 'port: 9000\n', 9000],
    ['config.yaml', 'database:\n  port: 5432\n', null],
    ['.env.example', 'DB_PORT=5432\nSERVER_PORT=8081\n', 8081],
    ['compose.yml', 'services:\n  api:\n    build: .\n    ports: ["80:8090"]\n', 8090],
    ['Dockerfile', 'FROM golang:1.25\nCOPY . .\nENV PORT=8085\nCMD ["./api"]\n', 8085],
  ])('listens where %s says', (name, text, port) => {
    expect(appOf({ ...files, [name]: text }).port).toBe(port)
  })

  it('prefers what is said to the habit of its framework, and the source to both', () => {
    const gin = { ...files, 'go.mod': files['go.mod'].replace('labstack/echo/v4 v4.13.0', 'gin-gonic/gin v1.10.0') }
    expect(appOf(gin).port).toBe(8080)
    expect(appOf({ ...gin, '.env.example': 'PORT=8082\n' }).port).toBe(8082)
    const source = 'package main\n\nfunc main() {\n  r.Run(":8083")\n}\n'
    expect(appOf({ ...gin, 'cmd/api/main.go': source, '.env.example': 'PORT=8082\n' }).port).toBe(8083)
  })

  it('of Node keeps the habit of its framework beside files for work on the code', () => {
    const nest = {
      'package.json':
        '{"scripts":{"build":"nest build","start:prod":"node dist/main"},"dependencies":{"@nestjs/core":"10"}}',
      'package-lock.json': '{}',
      'src/main.ts': 'NestFactory.create(AppModule).then((app) => app.listen(config.port))',
      '.env.example': 'HTTP_PORT=3001\n',
    }
    expect(appOf(nest).port).toBe(3000)
    const koa = { ...nest, 'package.json': nest['package.json'].replace('@nestjs/core', 'koa') }
    expect(appOf({ ...koa, 'src/main.ts': 'new Koa().listen(config.port)' }).port).toBe(3001)
  })
})
