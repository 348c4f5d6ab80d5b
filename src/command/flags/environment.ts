import { type Flag, matching } from '../flag.ts'
import { taken } from '../reading.ts'

/** Plain names only: they become part of variable names, role names and OIDC subjects. */
const pattern = /^[A-Za-z][A-Za-z0-9_-]{0,62}$/u

export const environment: Flag = {
  name: '--environment',
  value: 'name',
  summary: 'the environment to deploy to, such as production',
  read: (value, options) => {
    const name = matching('environment', pattern, 'production', value)
    return name.ok ? taken({ ...options, environment: name.value }) : name
  },
}
