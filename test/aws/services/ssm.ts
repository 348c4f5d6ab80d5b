import type { DescribeParametersRequest } from '@aws-sdk/client-ssm'
import { AwsError } from '../http/aws-error.ts'
import { operation, type Service } from '../operation.ts'
import { arnOf } from '../state.ts'

export const ssm: Service = {
  DescribeParameters: operation((state, { ParameterFilters = [] }: DescribeParametersRequest) => {
    for (const { Key, Values = [] } of ParameterFilters) {
      if (Values.length === 0 || Values.length > 50)
        throw new AwsError('InvalidFilterValue', `${Key} takes 1 to 50 values`)
    }
    const fits = (name: string) =>
      ParameterFilters.every(({ Key, Option, Values = [] }) => {
        if (Key === 'Name' && Option === 'Equals') return Values.includes(name)
        if (Key === 'Path' && Option === 'OneLevel') return Values.includes(name.slice(0, name.lastIndexOf('/')))
        throw new AwsError('InvalidFilterKey', `the stand-in knows no filter ${Key} ${Option}`)
      })
    return {
      Parameters: state.parameters
        .filter(({ name }) => fits(name))
        .map(({ name, type }) => ({
          ...{ Name: name, Type: type, Version: 1, DataType: 'text' },
          ARN: arnOf(state, 'ssm', `parameter${name.startsWith('/') ? '' : '/'}${name}`),
        })),
    }
  }),
}
