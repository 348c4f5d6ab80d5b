import { type Check, ok, wrong } from '../check.ts'

export const github: Check = {
  id: 'github',
  judge: ({ github: answer, settings }, words) => {
    if (answer === null || 'wrong' in settings) return null
    if ('unreachable' in answer) return wrong(words.unreachable(settings.apiUrl, answer.unreachable), words.mendNetwork)
    return ok(words.reachable(settings.apiUrl))
  },
}
