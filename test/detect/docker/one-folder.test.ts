import { describe, expect, it } from 'vitest'
import { imageOf } from '../../../src/detect/docker/image.ts'
import { surveyOf } from '../../survey-of.ts'

const json = (value: unknown) => JSON.stringify(value, null, 2)
const found = (files: Readonly<Record<string, string>>) =>
  surveyOf(files).apps.map(({ root, kind, framework, dockerfile }) => ({
    root,
    kind,
    framework,
    path: dockerfile?.path,
  }))

const express = { start: { start: 'node index.js' }, dependencies: { express: '5' } }
const api = (folder: string, name = 'api') => ({
  [`${folder}/package.json`]: json({ name, scripts: express.start, dependencies: express.dependencies }),
  [`${folder}/index.js`]: "require('express')().listen(3000)",
})

describe('an image above the folder that it is made of', () => {
  it('is that of the only folder it copies', () => {
    const files = {
      ...api('client'),
      Dockerfile:
        'FROM node:22\nCOPY ./client/package.json ./\nRUN npm i\nCOPY ./client ./app\nEXPOSE 3000\nCMD ["npm", "start"]',
    }
    expect(found(files)).toEqual([{ root: 'client', kind: 'server', framework: 'express', path: 'Dockerfile' }])
  })

  it.each([
    'yarn workspace @acme/api start',
    'lerna run start --scope=api',
  ])('is that of the package which a script beside it starts: %s', (start) => {
    const files = {
      ...api('packages/api', '@acme/api'),
      'package.json': json({
        private: true,
        workspaces: ['packages/*'],
        scripts: { start },
      }),
      Dockerfile: 'FROM node:22\nCOPY package.json ./\nCOPY packages ./packages\nEXPOSE 3000\nCMD ["yarn", "start"]',
    }
    expect(found(files)).toEqual([{ root: 'packages/api', kind: 'server', framework: 'express', path: 'Dockerfile' }])
  })

  it('is of no use where a pattern that it copies matches nothing', () => {
    const files = {
      ...api('api'),
      'compose.yaml': 'services:\n  app:\n    build:\n      context: .\n      dockerfile: docker/app/Dockerfile\n',
      'docker/app/Dockerfile': 'FROM node:14\nCOPY package*.json ./\nRUN npm i\nEXPOSE 8080\nCMD npm start',
    }
    expect(found(files)).toEqual([{ root: 'api', kind: 'server', framework: 'express', path: undefined }])
  })
})

it.each([
  ['node:carbon', '8'],
  ['node:iron-alpine', '20'],
  ['node:lts', undefined],
])('the image %s stands for Node %s', (base, version) => {
  expect(imageOf(base).runtime?.version).toBe(version)
})
