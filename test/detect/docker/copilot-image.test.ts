import { expect, it } from 'vitest'
import { appOf } from '../../survey-of.ts'

it('G28 a service of Copilot stays a container', () => {
  const files = {
    'package.json': '{"dependencies":{"express":"4"},"scripts":{"start":"node server.js"}}',
    'package-lock.json': '{"lockfileVersion":3}',
    'server.js': 'require("express")().listen(process.env.PORT || 8080)',
    Dockerfile: 'FROM node:22-slim\nCOPY . .\nCMD ["node","server.js"]\n',
    'copilot/api/manifest.yml':
      'name: api\ntype: Load Balanced Web Service\nimage:\n  build: Dockerfile\n  port: 8080\n',
  }
  expect(appOf(files).imageOnly).toEqual(['is run from its Dockerfile by AWS Copilot today'])
  const { 'copilot/api/manifest.yml': _, ...without } = files
  expect(appOf(without).imageOnly).toEqual([])
})
