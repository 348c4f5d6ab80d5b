import { describe, expect, it } from 'vitest'
import { readSamTemplate } from '../../../src/detect/definitions/sam-template.ts'
import { appOf, surveyOf } from '../../survey-of.ts'

const transform = 'Transform: AWS::Serverless-2016-10-31\n'
const template = (properties: string, head = transform) =>
  `${head}Resources:\n  Api:\n    Type: AWS::Serverless::Function\n    Properties:\n${properties}`

describe('a SAM application', () => {
  it('G16 is read with its short intrinsics, and a template that strict parsers reject is read too', () => {
    const text = template(
      '      CodeUri: src/\n      Handler: app.handler\n      Runtime: python3.12\n      FunctionName: !Sub "${AWS::StackName}-api"\n      Policies: !If [A, !Ref B, Fn::GetAtt: [C, Arn]]\n      Policies: {}\n',
    )
    expect(appOf({ 'template.yaml': text, 'src/requirements.txt': 'boto3\n' })).toMatchObject({
      kind: 'serverless',
      framework: 'sam',
      language: 'python',
      runtime: { version: '3.12', from: 'template.yaml' },
      packageManager: { name: 'pip' },
      install: null,
      build: 'sam build',
      definition: 'template.yaml',
    })
  })

  it('is told by a list of transforms, and takes the runtime of the globals', () => {
    const head =
      'Transform:\n  - AWS::LanguageExtensions\n  - AWS::Serverless-2016-10-31\nGlobals:\n  Function:\n    Runtime: ruby3.3\n'
    expect(appOf({ 'template.yml': template('      CodeUri: f\n', head), 'f/Gemfile': '' })).toMatchObject({
      language: 'ruby',
      runtime: { version: '3.3' },
      packageManager: { name: 'bundler' },
    })
  })

  it('is told in JSON', () => {
    const json = JSON.stringify(
      {
        Transform: 'AWS::Serverless-2016-10-31',
        Resources: { A: { Properties: { Runtime: 'dotnet8', CodeUri: './a/' } } },
      },
      null,
      2,
    )
    expect(appOf({ 'template.json': json })).toMatchObject({ language: 'dotnet', runtime: { version: '8' } })
  })

  it('takes language and version of an image from its Dockerfile', () => {
    const image = template('      PackageType: Image\n    Metadata:\n      DockerContext: ./hello\n')
    const files = {
      'template.yaml': image,
      'hello/Dockerfile': 'FROM public.ecr.aws/lambda/python:3.12\nCMD ["a.b"]\n',
    }
    expect(appOf(files)).toMatchObject({ language: 'python', runtime: { version: '3.12', from: 'hello/Dockerfile' } })
  })

  it('the folder that the image of a function is built from is no server of its own', () => {
    const image = template(
      '      PackageType: Image\n    Metadata:\n      DockerContext: ./api\n      Dockerfile: Dockerfile.deploy\n',
    )
    const files = {
      'template.yaml': image,
      'api/Dockerfile.deploy': 'FROM public.ecr.aws/lambda/python:3.12\nCOPY . .\nCMD ["main.handler"]\n',
      'api/requirements.txt': 'fastapi\nmangum\nuvicorn\n',
      'api/main.py': 'from fastapi import FastAPI\nfrom mangum import Mangum\napp = FastAPI()\nhandler = Mangum(app)\n',
    }
    expect(appOf(files)).toMatchObject({
      root: '.',
      framework: 'sam',
      runtime: { version: '3.12', from: 'api/Dockerfile.deploy' },
    })
  })

  it('takes the language of a compiled function from the manifest of its code', () => {
    const compiled = template('      CodeUri: cmd/api\n      Runtime: provided.al2023\n      Handler: bootstrap\n')
    expect(appOf({ 'template.yaml': compiled, 'go.mod': 'module x\n\ngo 1.23\n' })).toMatchObject({ language: 'go' })
  })

  it('builds first what the template points at and the repository does not hold', () => {
    const jar = template('      CodeUri: app/build/libs/app.jar\n      Runtime: java21\n      Handler: a.B\n')
    const files = { 'template.yaml': jar, 'app/build.gradle': "plugins { id 'com.gradleup.shadow' }\n", gradlew: '' }
    expect(appOf(files)).toMatchObject({
      build: './gradlew :app:shadowJar && sam build',
      packageManager: { name: 'gradle' },
    })
  })

  it('runs the build script where the handler lies in its output', () => {
    const node = template('      CodeUri: .\n      Handler: dist/lambda.handler\n      Runtime: nodejs22.x\n')
    const manifest = { name: 'api', scripts: { build: 'tsc' } }
    const files = { 'template.yaml': node, 'package.json': JSON.stringify(manifest), 'package-lock.json': '{}' }
    expect(appOf(files)).toMatchObject({ build: 'npm run build && sam build' })
    const whole = { ...files, 'package.json': JSON.stringify({ scripts: { build: 'tsc && sam build' } }) }
    expect(appOf(whole)).toMatchObject({ build: 'npm run build' })
  })

  it('names a template that SAM does not look for by itself', () => {
    expect(appOf({ 'api.template.yml': template('      CodeUri: .\n') })).toMatchObject({
      build: 'sam build -t api.template.yml',
    })
  })
})

it('G15 a plain CloudFormation template is no SAM application', () => {
  const plain = 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Queue:\n    Type: AWS::SQS::Queue\n'
  expect(readSamTemplate(plain)).toBeNull()
  expect(surveyOf({ 'template.yaml': plain }).apps).toEqual([])
})

it('G21 an alias bomb in a template costs nothing: it is not resolved', () => {
  const levels = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i},*a${i},*a${i},*a${i}]`)
  const bomb = `a0: &a0 [x]\n${levels.join('\n')}\n${template('      Runtime: python3.13\n')}`
  expect(appOf({ 'template.yaml': bomb })).toMatchObject({ framework: 'sam', language: 'python' })
})
