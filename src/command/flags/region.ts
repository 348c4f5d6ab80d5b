import { type Flag, matching } from '../flag.ts'
import { type Taken, taken } from '../reading.ts'

/** `ap-northeast-1`, `us-gov-west-1`: the form of region names, since the list grows. */
const pattern = /^[a-z]{2}(?:-[a-z]{3,10}){1,2}-[1-9]$/u

/** The name of a region, in lower case. */
export function regionName(raw: string): Taken<string> {
  return matching('region', pattern, 'ap-northeast-1', raw.toLowerCase())
}

export const region: Flag = {
  name: '--region',
  value: 'region',
  summary: ({ command }) => command.region,
  read: (value, options) => {
    const name = regionName(value)
    return name.ok ? taken({ ...options, region: name.value }) : name
  },
}
