import { type Declared, type ProcessFile, roleOf } from './declared.ts'

/** Heroku's process list: `web: gunicorn app:app`. Railway, Elastic Beanstalk, Dokku and Render read it too. */
export const procfile: ProcessFile = {
  id: 'procfile',
  reads: ['Procfile'],
  declared(place) {
    const lines = place.text('Procfile')?.split('\n') ?? []
    return lines.flatMap((line, at): readonly Declared[] => {
      const [, name = '', command = ''] = /^([A-Za-z0-9_-]+):\s*(\S.*)$/.exec(line.trim()) ?? []
      const role = name === '' ? null : roleOf(name)
      if (role === null) return []
      const says = `${name}: ${command}`
      return [
        { name, role, command: command.trim(), port: null, proof: { path: place.at('Procfile'), line: at + 1, says } },
      ]
    })
  },
}
