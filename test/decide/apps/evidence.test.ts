import { expect, it } from 'vitest'
import { appOf } from '../../survey-of.ts'

it('names a file once that proves several things by being there', () => {
  const { evidence } = appOf({
    'package.json': '{"dependencies":{"express":"4"},"scripts":{"start":"node server.js"}}',
    'package-lock.json': '{"lockfileVersion":3}',
    'server.js': "require('express')().listen(3000)",
    Dockerfile: 'FROM node:22-slim\nCOPY . .\nCMD ["node","server.js"]\n',
  })
  const whole = evidence.filter(({ line }) => line === null).map(({ path }) => path)
  expect(whole).toEqual([...new Set(whole)])
  const from = evidence.filter(({ says }) => says.startsWith('FROM '))
  expect(from.map(({ says }) => says)).toEqual(['FROM node:22-slim, built from the root of the repository'])
})
