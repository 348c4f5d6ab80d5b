import { expect, it } from 'vitest'
import { appOf } from '../../survey-of.ts'

const flask = { 'requirements.txt': 'flask\ngunicorn\n', 'app.py': 'from flask import Flask\napp = Flask(__name__)\n' }
const image = (run: string) => ({
  ...flask,
  Dockerfile: `FROM python:3.11\nCOPY . .\nRUN ${run}\nCMD ["gunicorn", "app:app"]\n`,
})

it('a program that the image installs beside the runtime wants an image', () => {
  const app = appOf(
    image('apt-get update && apt-get install -y --no-install-recommends ffmpeg curl && rm -rf /var/lib/apt/lists/*'),
  )
  expect(app.imageOnly).toEqual(['needs FFmpeg beside its runtime'])
  expect(app.needs).toContain('system package: ffmpeg')
})

it('Node.js in an image of Python is a second runtime', () => {
  expect(appOf(image('apt-get install -yq nodejs')).imageOnly).toEqual(['needs Node.js beside its runtime'])
})

it('compilers and the own runtime are nothing special', () => {
  expect(appOf(image('apk add --no-cache gcc musl-dev python3-pip curl')).imageOnly).toEqual([])
})

it('a Dockerfile for production comes before the plain one', () => {
  const app = appOf({
    ...flask,
    Dockerfile: 'FROM python:3.11\nCOPY . .\nCMD ["flask", "run", "--debug"]\n',
    'Dockerfile.prod': 'FROM python:3.11\nCOPY . .\nEXPOSE 9000\nCMD ["gunicorn", "-b", "0.0.0.0:9000", "app:app"]\n',
  })
  expect(app.dockerfile?.path).toBe('Dockerfile.prod')
  expect(app.port).toBe(9000)
})
