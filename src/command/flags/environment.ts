import { type Flag, matching } from '../flag.ts'
import { type Taken, taken } from '../reading.ts'

/** Plain names only: they become part of variable names, role names and OIDC subjects. */
const pattern = /^[A-Za-z][A-Za-z0-9_-]{0,62}$/u

/** The name of an environment as it was written. */
export function environmentName(raw: string): Taken<string> {
  return matching('environment', pattern, 'production', raw)
}

export const environment: Flag = {
  name: '--environment',
  value: 'name',
  summary: ({ command }) => command.environment,
  read: (value, options) => {
    const name = environmentName(value)
    return name.ok ? taken({ ...options, environment: name.value }) : name
  },
}
