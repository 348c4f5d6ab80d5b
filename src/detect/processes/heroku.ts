import { record, text } from '../json.ts'
import { type Declared, type ProcessFile, roleOf } from './declared.ts'

/** Heroku's `heroku.yml`: `run: web: …` for images. Source: https://devcenter.heroku.com/articles/build-docker-images-heroku-yml (2026-11-22). */
export const herokuYml: ProcessFile = {
  id: 'heroku-yml',
  reads: ['heroku.yml'],
  declared(place) {
    if (!place.has('heroku.yml')) return []
    const run = record(record(place.yaml('heroku.yml')).run)
    return Object.entries(run).flatMap(([name, value]): readonly Declared[] => {
      const command = text(value) ?? text(record(value).command)
      const role = roleOf(name)
      if (command === null || role === null) return []
      return [
        {
          name,
          role,
          command,
          port: null,
          proof: place.proof('heroku.yml', `run: ${name}: ${command}`, `${name}: ${command}`),
        },
      ]
    })
  },
}
