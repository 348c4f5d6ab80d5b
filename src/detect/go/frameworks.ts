import type { Kind } from '../../model.ts'

/** A Go module that makes a program a server or a worker. `listens`: it counts only where the source starts it. */
export interface GoFramework {
  readonly id: string
  readonly kind: Kind
  readonly modules: RegExp
  readonly port: number | null
}

/** In order of precedence. */
export const goFrameworks: readonly GoFramework[] = [
  { id: 'gin', kind: 'server', modules: /^github\.com\/gin-gonic\/gin$/, port: 8080 },
  { id: 'echo', kind: 'server', modules: /^github\.com\/labstack\/echo(?:\/v\d+)?$/, port: null },
  { id: 'fiber', kind: 'server', modules: /^github\.com\/gofiber\/fiber(?:\/v\d+)?$/, port: null },
  { id: 'chi', kind: 'server', modules: /^github\.com\/go-chi\/chi(?:\/v\d+)?$/, port: null },
  { id: 'gorilla/mux', kind: 'server', modules: /^github\.com\/gorilla\/mux$/, port: null },
  { id: 'httprouter', kind: 'server', modules: /^github\.com\/julienschmidt\/httprouter$/, port: null },
  { id: 'beego', kind: 'server', modules: /^github\.com\/(?:beego|astaxie)\/beego(?:\/v\d+)?$/, port: 8080 },
  { id: 'iris', kind: 'server', modules: /^github\.com\/kataras\/iris(?:\/v\d+)?$/, port: 8080 },
  { id: 'buffalo', kind: 'server', modules: /^github\.com\/gobuffalo\/buffalo$/, port: 3000 },
  { id: 'hertz', kind: 'server', modules: /^github\.com\/cloudwego\/hertz$/, port: 8888 },
  { id: 'go-zero', kind: 'server', modules: /^github\.com\/zeromicro\/go-zero$/, port: 8888 },
  { id: 'kratos', kind: 'server', modules: /^github\.com\/go-kratos\/kratos(?:\/v\d+)?$/, port: 8000 },
  { id: 'huma', kind: 'server', modules: /^github\.com\/danielgtaylor\/huma(?:\/v\d+)?$/, port: 8888 },
  { id: 'pocketbase', kind: 'server', modules: /^github\.com\/pocketbase\/pocketbase$/, port: 8090 },
  { id: 'fasthttp', kind: 'server', modules: /^github\.com\/valyala\/fasthttp$/, port: null },
  { id: 'gqlgen', kind: 'server', modules: /^github\.com\/99designs\/gqlgen$/, port: 8080 },
]

/** Programs that keep a connection open and answer no HTTP. */
export const goWorkers: readonly (GoFramework & { readonly runs: RegExp })[] = [
  {
    id: 'discordgo',
    kind: 'worker',
    modules: /^github\.com\/(?:bwmarrin\/discordgo|diamondburned\/arikawa|disgoorg\/disgo)/,
    port: null,
    runs: /discordgo\.New\(|\.Open\(|OpenGateway\(/,
  },
  {
    id: 'telegram-bot',
    kind: 'worker',
    modules:
      /^(?:github\.com\/(?:go-telegram-bot-api\/telegram-bot-api|go-telegram\/bot|mymmrac\/telego|PaulSonOfLars\/gotgbot)|gopkg\.in\/(?:telebot|tucnak\/telebot)|gopkg\.in\/telebot)/,
    port: null,
    runs: /GetUpdatesChan\(|\.Start\(|StartPolling\(|UpdatesViaLongPolling\(/,
  },
  {
    id: 'slack',
    kind: 'worker',
    modules: /^github\.com\/slack-go\/slack$/,
    port: null,
    runs: /socketmode\.New\(|NewRTM\(/,
  },
  { id: 'asynq', kind: 'worker', modules: /^github\.com\/hibiken\/asynq$/, port: null, runs: /asynq\.NewServer\(/ },
  {
    id: 'kafka',
    kind: 'worker',
    modules:
      /^github\.com\/(?:segmentio\/kafka-go|IBM\/sarama|Shopify\/sarama|confluentinc\/confluent-kafka-go|twmb\/franz-go)/,
    port: null,
    runs: /NewReader\(|NewConsumer|ConsumeClaim|PollFetches\(/,
  },
  {
    id: 'amqp',
    kind: 'worker',
    modules: /^github\.com\/(?:rabbitmq|streadway)\/amqp/,
    port: null,
    runs: /\.Consume\(/,
  },
  { id: 'temporal', kind: 'worker', modules: /^go\.temporal\.io\/sdk$/, port: null, runs: /worker\.New\(/ },
]
