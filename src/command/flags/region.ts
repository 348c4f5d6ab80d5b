import { type Flag, matching } from '../flag.ts'
import { taken } from '../reading.ts'

/** `ap-northeast-1`, `us-gov-west-1`: the form of region names, since the list grows. */
const pattern = /^[a-z]{2}(?:-[a-z]{3,10}){1,2}-[1-9]$/u

export const region: Flag = {
  name: '--region',
  value: 'region',
  summary: 'the AWS region, such as ap-northeast-1',
  read: (value, options) => {
    const name = matching('region', pattern, 'ap-northeast-1', value.toLowerCase())
    return name.ok ? taken({ ...options, region: name.value }) : name
  },
}
