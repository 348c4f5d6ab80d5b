import { describe, expect, it } from 'vitest'
import { appOf, surveyOf } from '../../survey-of.ts'

describe('a program without HTTP', () => {
  it.each([
    ['discord.py', 'discord.py\n', 'import discord\nbot = discord.Bot()\nbot.run(TOKEN)\n'],
    [
      'python-telegram-bot',
      'python-telegram-bot\n',
      'from telegram.ext import Application\napp = Application.builder().build()\napp.run_polling()\n',
    ],
    [
      'aiogram',
      'aiogram\n',
      'import asyncio\nasync def main():\n    await dp.start_polling(bot)\nasyncio.run(main())\n',
    ],
    ['telethon', 'telethon\n', 'from telethon import TelegramClient\nclient.run_until_disconnected()\n'],
    [
      'slack-bolt',
      'slack-bolt\n',
      'from slack_bolt.adapter.socket_mode import SocketModeHandler\nSocketModeHandler(app, token).start()\n',
    ],
  ])('%s is a worker', (framework, requirements, source) => {
    expect(appOf({ 'requirements.txt': requirements, 'bot.py': source })).toMatchObject({
      kind: 'worker',
      framework,
      start: 'python bot.py',
      port: null,
    })
  })

  it('a bot in a package runs as a module', () => {
    expect(
      appOf({
        'requirements.txt': 'discord.py\n',
        'mybot/__main__.py': 'import discord\nclient.run(TOKEN)\n',
        'mybot/__init__.py': '',
      }).start,
    ).toBe('python -m mybot')
  })

  it('a bot that keeps itself awake with a small Flask page is a worker', () => {
    const app = appOf({
      'requirements.txt': 'discord.py\nflask\n',
      'main.py': 'import discord\nfrom keep_alive import keep_alive\nkeep_alive()\nbot.run(TOKEN)\n',
      'keep_alive.py':
        "from flask import Flask\nfrom threading import Thread\napp = Flask('')\ndef run():\n    app.run(host='0.0.0.0', port=8080)\n",
    })
    expect(app).toMatchObject({ kind: 'worker', framework: 'discord.py', start: 'python main.py' })
  })

  it('a bot that takes webhooks is a server', () => {
    expect(
      appOf({
        'requirements.txt': 'line-bot-sdk\nflask\ngunicorn\n',
        'app.py': 'from flask import Flask\nfrom linebot import LineBotApi\napp = Flask(__name__)\n',
      }),
    ).toMatchObject({ kind: 'server', framework: 'flask' })
  })

  it('Celery alone is a worker', () => {
    expect(
      appOf({
        'requirements.txt': 'celery\n',
        'tasks.py': "from celery import Celery\n\napp = Celery('tasks', broker='redis://localhost')\n",
      }),
    ).toMatchObject({
      kind: 'worker',
      framework: 'celery',
      start: 'celery -A tasks worker --loglevel=info',
      needs: ['redis'],
    })
  })

  it('Celery beside a web server without a declared process is said, not added', () => {
    const app = appOf({
      'requirements.txt': 'celery\nfastapi\nuvicorn\n',
      'main.py': 'from fastapi import FastAPI\napp = FastAPI()\n',
      'worker.py': "from celery import Celery\ncelery = Celery('x')\n",
    })
    expect(app.kind).toBe('server')
    expect(app.remarks.join()).toContain('celery -A worker worker')
  })

  it('a library that can consume a queue is none', () => {
    expect(
      surveyOf({
        'pyproject.toml': '[build-system]\nrequires=["x"]\n[project]\nname="q"\ndependencies=["pika"]\n',
        'q/__init__.py': 'def go(c):\n    c.start_consuming()\n',
      }).apps,
    ).toEqual([])
  })
})

describe('what a Python program needs', () => {
  const main = { 'main.py': 'from fastapi import FastAPI\n\napp = FastAPI()\n' }

  it('is told by its packages', () => {
    expect(appOf({ ...main, 'requirements.txt': 'fastapi\nuvicorn\npsycopg2-binary\nredis\n' }).needs).toEqual([
      'postgresql',
      'redis',
    ])
  })

  it('system libraries keep it from a managed runtime', () => {
    const app = appOf({ ...main, 'requirements.txt': 'fastapi\nuvicorn\nweasyprint\npytesseract\n' })
    expect(app.needs).toContain('system package: tesseract-ocr')
    expect(app.imageOnly.join()).toContain('Pango')
  })

  it('Streamlit wants WebSockets, which App Runner does not pass on', () => {
    expect(
      appOf({ 'requirements.txt': 'streamlit\n', 'app.py': 'import streamlit as st\n' }).imageOnly.join(),
    ).toContain('WebSockets')
  })
})
