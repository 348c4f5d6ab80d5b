import { isDevelopment } from '../commands/program.ts'
import { composeReads, composeServices } from '../docker/compose.ts'
import { lineOf } from '../place.ts'
import type { Declared, ProcessFile } from './declared.ts'
import { workerFramework } from './worker-framework.ts'

const serving =
  /\b(?:gunicorn|uvicorn|hypercorn|daphne|uwsgi|puma|unicorn|waitress-serve|streamlit run|fastapi run|rails s(?:erver)?|npm (?:run )?start|yarn start|node \S+|java -jar|mix phx\.server)\b/

/** A compose file: the command of a service that is built from the folder. Believed last, since most are for work on the code. */
export const composeFile: ProcessFile = {
  id: 'compose',
  reads: composeReads,
  declared(place) {
    return composeServices(place.repository).flatMap(({ name, file, context, command }): readonly Declared[] => {
      if (
        context !== place.root ||
        command === null ||
        isDevelopment(command) ||
        /\b(?:while|until|flower|beat)\b/.test(command)
      )
        return []
      const role = workerFramework(command) !== null ? 'worker' : serving.test(command) ? 'web' : null
      if (role === null) return []
      const proof = {
        path: file,
        line: lineOf(place.repository.text(file), command.slice(0, 40)),
        says: `${name}: ${command}`,
      }
      return [{ name, role, command, port: null, proof }]
    })
  },
}
