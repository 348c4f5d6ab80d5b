import { expect, it } from 'vitest'
import { appOf } from '../../survey-of.ts'

it('names the variables that Python sources read, without fallback and without values', () => {
  const source = `import os
from fastapi import FastAPI
from decouple import config
a = os.environ["DATABASE_URL"]
b = os.environ.get('REDIS_URL', 'redis://localhost')
f = os.environ.get('MAIL_HOST')
c = os.getenv("PORT")
d = config("API_TOKEN", default="x")
e = os.environ["lower"]
app = FastAPI()
`
  expect(appOf({ 'main.py': source, 'requirements.txt': 'fastapi\nuvicorn\n' }).env).toEqual([
    'DATABASE_URL',
    'MAIL_HOST',
  ])
})
