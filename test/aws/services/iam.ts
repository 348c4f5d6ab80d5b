import { operation, type Service } from '../operation.ts'

export const iam: Service = {
  ListOpenIDConnectProviders: operation(({ account }) => ({ OpenIDConnectProviderList: account.providers })),
}
