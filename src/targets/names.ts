/** `web-api` as `WebApi`: part of a logical id in CloudFormation. */
export function pascal(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('')
}

/** An ARN in the account, Region and partition of the stack; `resource` may hold `${…}` for `Fn::Sub`. */
export function arn(service: string, resource: string): { readonly 'Fn::Sub': string } {
  return { 'Fn::Sub': `arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${resource}` }
}

/** A repository's name as part of a resource's name: lower case, digits and single hyphens, beginning with a letter; may be empty. */
export function parts(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
}
