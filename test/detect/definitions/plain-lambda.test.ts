import { describe, expect, it } from 'vitest'
import { appOf, surveyOf } from '../../survey-of.ts'

describe('a Lambda function that nothing deploys', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    [
      'python',
      {
        'lambda_function.py': 'import boto3\n\ndef lambda_handler(event, context):\n    return {}\n',
        'requirements.txt': 'boto3\n',
      },
    ],
    ['node', { 'index.mjs': 'export const handler = async (event) => ({ statusCode: 200 })\n', 'package.json': '{}' }],
    [
      'node',
      { 'index.js': 'exports.handler = async (event) => {}\n', 'package.json': '{"dependencies": {"aws-sdk": "2"}}' },
    ],
    ['go', { 'main.go': 'package main\nfunc main() { lambda.Start(handle) }\n', 'go.mod': 'module x\n' }],
  ])('in %s', (language, files) => {
    expect(appOf(files)).toMatchObject({
      kind: 'serverless',
      framework: 'lambda',
      language,
      definition: null,
      start: null,
    })
  })

  it('is no app of its own where a template or an Amplify backend deploys it', () => {
    const handler = {
      'fn/lambda_function.py': 'def lambda_handler(event, context):\n    pass\n',
      'fn/requirements.txt': '',
    }
    const cdk = { ...handler, 'cdk/cdk.json': '{"app": "npx tsx bin/x.ts"}', 'cdk/package.json': '{}' }
    expect(surveyOf(cdk).apps.map(({ framework }) => framework)).toEqual(['cdk'])
    const amplify = {
      'amplify/backend/function/f/src/index.js': 'exports.handler = async (event) => {}',
      'amplify/backend/function/f/src/package.json': '{}',
    }
    expect(surveyOf(amplify).apps).toEqual([])
  })

  it('a server that has a handler too stays a server', () => {
    const server = {
      'main.py': 'from fastapi import FastAPI\nfrom mangum import Mangum\napp = FastAPI()\nhandler = Mangum(app)\n',
      'requirements.txt': 'fastapi\nmangum\n',
    }
    expect(appOf(server)).toMatchObject({ kind: 'server', framework: 'fastapi' })
  })

  it('a framework whose only image stands on one of Lambda answers no HTTP', () => {
    const files = (base: string) => ({
      'main.py': 'from fastapi import FastAPI\nfrom mangum import Mangum\napp = FastAPI()\nhandler = Mangum(app)\n',
      'requirements.txt': 'fastapi\nmangum\nuvicorn\n',
      Dockerfile: `FROM ${base}\nCOPY . .\nRUN pip install -r requirements.txt\nCMD ["main.handler"]\n`,
    })
    const lambda = files('public.ecr.aws/lambda/python:3.13')
    expect(appOf(lambda)).toMatchObject({ kind: 'serverless', framework: 'lambda', language: 'python', start: null })
    expect(appOf({ ...lambda, 'Dockerfile.prod': 'FROM python:3.13\nCOPY . .\nCMD uvicorn main:app\n' }).kind).toBe(
      'server',
    )
    expect(appOf({ ...lambda, Procfile: 'web: uvicorn main:app --port $PORT\n' }).kind).toBe('server')
  })
})
