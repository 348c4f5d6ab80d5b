/** Text of a template with its pseudo parameters. */
export const sub = (arn: string) => ({ 'Fn::Sub': arn })

/** A resource in any Region of the account and partition that the template is deployed to. */
export function anywhere(product: string, resource: string) {
  return sub(`arn:\${AWS::Partition}:${product}:*:\${AWS::AccountId}:${resource}`)
}

/** A resource of IAM, which has no Region. */
export function ofIam(resource: string) {
  return sub(`arn:\${AWS::Partition}:iam::\${AWS::AccountId}:${resource}`)
}
