import { expect, it } from 'vitest'
import { appOf, surveyOf } from '../../survey-of.ts'

it('a Deno server runs in an image', () => {
  const app = appOf({
    'deno.json': '{"tasks":{"dev":"deno run --watch -A src/index.ts"},"imports":{"hono":"jsr:@hono/hono@^4"}}',
    'src/index.ts': 'Deno.serve({ port: 8080 }, app.fetch)\n',
    Dockerfile: 'ARG V=2.1.4\nFROM denoland/deno:${V}\nCOPY . .\nCMD ["deno", "run", "-A", "src/index.ts"]\n',
  })
  expect(app).toMatchObject({
    kind: 'server',
    language: null,
    framework: 'hono',
    packageManager: { name: 'deno' },
    runtime: { name: 'deno', version: '2.1.4' },
    install: 'deno install',
    start: 'deno run -A src/index.ts',
    port: 8080,
  })
  expect(app.imageOnly).not.toEqual([])
})

it('a Deno server with a start task is started by it and takes PORT', () => {
  const app = appOf({
    'deno.jsonc': '{ // tasks\n "tasks": {"start": "deno run -A main.ts"} }',
    'main.ts': 'Deno.serve({ port: Number(Deno.env.get("PORT") ?? 3000) }, handler)\n',
  })
  expect(app).toMatchObject({ start: 'deno task start', honoursPort: true })
})

it('D23 a Node repository with Deno functions stays Node', () => {
  const { apps } = surveyOf({
    'package.json': '{"dependencies":{"express":"4"},"scripts":{"start":"node index.js"}}',
    'index.js': "require('express')().listen(3000)\n",
    'supabase/functions/hi/deno.json': '{"imports":{}}',
    'supabase/functions/hi/index.ts': 'Deno.serve(() => new Response("hi"))\n',
  })
  expect(apps.map(({ root, language }) => [root, language])).toEqual([['.', 'node']])
})

it('a Lume site is static', () => {
  expect(
    appOf({ 'deno.json': '{"imports":{"lume/":"https://deno.land/x/lume@v2/"},"tasks":{"build":"deno task lume"}}' }),
  ).toMatchObject({ kind: 'static', framework: 'lume', output: '_site' })
})
