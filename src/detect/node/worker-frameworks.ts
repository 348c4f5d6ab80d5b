/** A package that keeps a program busy without HTTP: a bot, a consumer, a schedule. */
export interface WorkerFramework {
  readonly id: string
  readonly packages: readonly string[]
  /** It is started by a program of its own, so that no source needs to import it. */
  readonly own?: boolean
}

/** Bots before queues, queues before schedules: the more telling package names the worker. */
export const workerFrameworks: readonly WorkerFramework[] = [
  {
    id: 'discord.js',
    packages: ['discord.js', '@sapphire/framework', 'discordx', 'discord-akairo', 'discord.js-commando', 'necord'],
  },
  { id: 'eris', packages: ['eris', 'oceanic.js', '@projectdysnomia/dysnomia'] },
  { id: 'telegraf', packages: ['telegraf'] },
  { id: 'grammy', packages: ['grammy'] },
  { id: 'node-telegram-bot-api', packages: ['node-telegram-bot-api'] },
  { id: 'telegram', packages: ['telegram', '@mtcute/node'] },
  { id: 'slack-bolt', packages: ['@slack/bolt', '@slack/socket-mode'] },
  {
    id: 'whatsapp',
    packages: ['whatsapp-web.js', '@whiskeysockets/baileys', 'venom-bot', '@wppconnect-team/wppconnect'],
  },
  { id: 'tmi.js', packages: ['tmi.js', '@twurple/chat'] },
  { id: 'matrix-bot-sdk', packages: ['matrix-bot-sdk'] },
  { id: 'hubot', packages: ['hubot'], own: true },
  { id: 'mineflayer', packages: ['mineflayer'] },
  { id: 'temporal', packages: ['@temporalio/worker'] },
  { id: 'bullmq', packages: ['bullmq', '@nestjs/bullmq'] },
  { id: 'bull', packages: ['bull', '@nestjs/bull', 'bee-queue', 'kue'] },
  { id: 'agenda', packages: ['agenda', '@hokify/agenda'] },
  { id: 'graphile-worker', packages: ['graphile-worker'] },
  { id: 'pg-boss', packages: ['pg-boss'] },
  { id: 'sqs-consumer', packages: ['sqs-consumer'] },
  { id: 'amqplib', packages: ['amqplib', 'amqp-connection-manager', 'rascal'] },
  { id: 'kafkajs', packages: ['kafkajs', 'node-rdkafka', '@confluentinc/kafka-javascript'] },
  { id: 'nats', packages: ['nats', '@nats-io/transport-node'] },
  { id: 'mqtt', packages: ['mqtt', 'async-mqtt'] },
  { id: 'zeebe', packages: ['zeebe-node', '@camunda8/sdk'] },
  {
    id: 'node-cron',
    packages: ['node-cron', 'cron', 'croner', 'node-schedule', 'bree', 'toad-scheduler', '@nestjs/schedule'],
  },
  { id: 'nestjs-microservice', packages: ['@nestjs/microservices'] },
]
