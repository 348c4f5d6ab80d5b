import type { Detector } from '../detector.ts'
import { find, first } from '../finding.ts'
import { botAt } from '../python/bots.ts'

/**
 * A bot that keeps its own connection open and serves a few pages from the same process. As a web service it passes the
 * health check, and is then starved or stopped between requests; as a worker its pages are out of reach.
 */
export const botWithPages: Detector = {
  id: 'bot-with-pages',
  stack: 'python',
  reads: [],
  find(place, known) {
    const framework = first(known, 'framework')?.value
    const start = first(known, 'start')?.value
    const bot = framework?.kind === 'server' ? botAt(place) : null
    if (!framework || !bot || bot.webhook || !start?.split(/\s+/).includes(bot.file)) return []
    const proof = { path: place.at(bot.file), line: bot.line, says: bot.says }
    const text = place.texts.seen.botWithPages(place.at(bot.file), bot.id, framework.id)
    const image = find('imageOnly', place.texts.imageOnly.keepsConnection(bot.id), proof)
    return [
      image,
      find('question', { text, choices: ['/cicd setup --target=ecr', '/cicd setup --target=apprunner'] }, proof),
    ]
  },
}
