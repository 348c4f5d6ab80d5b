import type { FilterLogEventsRequest } from '@aws-sdk/client-cloudwatch-logs'
import { AwsError } from '../http/aws-error.ts'
import { operation, type Service } from '../operation.ts'
import { settleServices } from './apprunner.ts'

export const logs: Service = {
  /** Of the log groups there are those that App Runner writes: the events of a service. */
  FilterLogEvents: operation(
    (state, { logGroupName = '', logStreamNames = [], startTime = 0 }: FilterLogEventsRequest) => {
      settleServices(state)
      const [, name, id] = /^\/aws\/apprunner\/([^/]+)\/([^/]+)\/service$/u.exec(logGroupName) ?? []
      const found = state.services.find(({ service }) => service.ServiceName === name && service.ServiceId === id)
      if (found === undefined)
        throw new AwsError('ResourceNotFoundException', 'The specified log group does not exist.')
      const events = logStreamNames.includes('events') ? found.events : []
      return {
        events: events
          .filter(({ timestamp }) => timestamp >= startTime)
          .map(({ timestamp, message }) => ({ logStreamName: 'events', timestamp, message })),
        searchedLogStreams: [],
      }
    },
  ),
}
