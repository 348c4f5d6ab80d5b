import { isPort } from '../commands/port.ts'
import { get, text } from '../json.ts'
import type { ProcessFile } from './declared.ts'

/** App Runner's own file: `run.command` and `run.network.port` are what the user has set (case D29). */
export const apprunnerYaml: ProcessFile = {
  id: 'apprunner-yaml',
  reads: ['apprunner.yaml'],
  declared(place) {
    if (!place.has('apprunner.yaml')) return []
    const value = place.yaml('apprunner.yaml')
    const command = text(get(value, 'run', 'command'))
    const port = Number(get(value, 'run', 'network', 'port'))
    if (command === null && !isPort(port)) return []
    const says = command === null ? `port: ${port}` : `command: ${command}`
    const proof = place.proof('apprunner.yaml', says, command === null ? 'port:' : 'command:')
    return [{ name: 'web', role: 'web', command: command?.trim() ?? null, port: isPort(port) ? port : null, proof }]
  },
}
