import { existingName } from '../../config/accounts/network.ts'
import { type Raw, raw } from './hcl.ts'

/** `shop-production` → `shop_production`: an identifier of Terraform. */
export function identifier(key: string): string {
  return key.replaceAll('-', '_')
}

/** What is known of the network of an account: from the module that makes it, or from variables where it was there before. */
export function ofVpc(
  key: string,
  what: 'vpc_id' | 'public_route_table_id' | 'private_route_table_id' | 'private_subnet_ids' | 'owner_id',
): Raw {
  if (key !== existingName) return raw(`module.${identifier(key)}.${what}`)
  return raw(what === 'owner_id' ? 'data.aws_caller_identity.existing.account_id' : `var.existing_${what}`)
}
