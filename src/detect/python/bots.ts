import { once } from '../once.ts'
import { lineOf, type Place } from '../place.ts'
import { dependenciesAbove } from './dependencies.ts'
import { readSources } from './sources.ts'

/** A program that keeps a connection open to a chat or waits for messages, without HTTP of its own. */
export interface Bot {
  readonly id: string
  readonly file: string
  readonly line: number | null
  readonly says: string
  /** It takes calls over HTTP instead. */
  readonly webhook: boolean
}

interface BotLibrary {
  readonly id: string
  /** Many libraries use it too: only a file that is run by itself counts. */
  readonly common?: true
  readonly packages: readonly string[]
  readonly runs: RegExp
  readonly webhook?: RegExp
}

const libraries: readonly BotLibrary[] = [
  {
    id: 'discord.py',
    packages: [
      'discord-py',
      'pydis-core',
      'discord',
      'py-cord',
      'nextcord',
      'disnake',
      'hikari',
      'interactions-py',
      'discord-py-interactions',
    ],
    runs: /\b(?:bot|client|\w*bot|\w*client)\.(?:run|start)\(/i,
  },
  {
    id: 'python-telegram-bot',
    packages: ['python-telegram-bot'],
    runs: /\.(?:run_polling|start_polling)\(/,
    webhook: /\.(?:run_webhook|start_webhook)\(/,
  },
  {
    id: 'aiogram',
    packages: ['aiogram'],
    runs: /\bstart_polling\(/,
    webhook: /\b(?:start_webhook|setup_application|SimpleRequestHandler)\(/,
  },
  {
    id: 'telebot',
    packages: ['pytelegrambotapi', 'telebot'],
    runs: /\.(?:infinity_polling|polling)\(/,
    webhook: /\.(?:set_webhook|process_new_updates)\(/,
  },
  { id: 'telethon', packages: ['telethon'], runs: /\.(?:run_until_disconnected|start)\(/ },
  { id: 'pyrogram', packages: ['pyrogram', 'pyrofork', 'kurigram'], runs: /\b(?:app|bot|client|\w+)\.run\(|\bidle\(/ },
  {
    id: 'slack-bolt',
    packages: ['slack-bolt'],
    runs: /SocketModeHandler\(/,
    webhook: /SlackRequestHandler\(|\bapp\.start\(/,
  },
  { id: 'slack-sdk', common: true, packages: ['slack-sdk', 'slackclient'], runs: /SocketModeClient\(|RTMClient\(/ },
  { id: 'twitchio', packages: ['twitchio'], runs: /\.run\(/ },
  { id: 'matrix-nio', packages: ['matrix-nio'], runs: /\.sync_forever\(/ },
  { id: 'mastodon.py', packages: ['mastodon-py'], runs: /\.stream_\w+\(/ },
  { id: 'pika', common: true, packages: ['pika', 'aio-pika'], runs: /\.(?:start_consuming|consume)\(/ },
  {
    id: 'kafka',
    common: true,
    packages: ['kafka-python', 'confluent-kafka', 'aiokafka'],
    runs: /\bKafkaConsumer\(|\bAIOKafkaConsumer\(|\bConsumer\(\{|\.poll\(/,
  },
  { id: 'faststream', packages: ['faststream'], runs: /\bFastStream\(/ },
  { id: 'temporal', common: true, packages: ['temporalio'], runs: /\bWorker\(/ },
  { id: 'apscheduler', common: true, packages: ['apscheduler'], runs: /\bBlockingScheduler\(/ },
  { id: 'schedule', common: true, packages: ['schedule'], runs: /\bschedule\.run_pending\(/ },
  { id: 'paho-mqtt', common: true, packages: ['paho-mqtt'], runs: /\.loop_forever\(/ },
  { id: 'nats', common: true, packages: ['nats-py'], runs: /\.subscribe\(/ },
  { id: 'boto3', common: true, packages: ['boto3'], runs: /\.receive_message\(/ },
]

/** The bot or consumer that a place starts; null where there is none. */
export const botAt = once((place: Place): Bot | null => {
  const listed = dependenciesAbove(place)
  for (const library of libraries.filter(({ packages }) => packages.some((name) => listed.has(name)))) {
    const files = readSources(place).filter(({ text }) => !library.common || text.includes('__main__'))
    const file =
      files.find(({ text }) => library.runs.test(text)) ?? files.find(({ text }) => library.webhook?.test(text))
    if (!file) continue
    const webhook = library.webhook?.test(file.text) ?? false
    const says = (webhook ? library.webhook : library.runs)?.exec(file.text)?.[0].replace(/^\W+/, '') ?? ''
    return {
      id: library.id,
      file: file.name,
      line: lineOf(file.text, says),
      says: place.texts.seen.callRuns(`${says}…)`, library.id),
      webhook,
    }
  }
  return null
})
