import { DescribeImagesCommand } from '@aws-sdk/client-ecr'
import type { Account } from './account.ts'
import { refusalOf } from './refusal.ts'

/**
 * The commit that an image was built from: pipelines tag images with it, and deploy them by digest. Null for an image of another account or Region, one
 * that is gone, and where AWS does not say: the commit is a detail that nothing waits for.
 */
export async function commitOfImage(account: Account, image: string): Promise<string | null> {
  const found = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.[^/]+\/([^@:]+)(?::([0-9a-f]{40}))?(?:@(sha256:[0-9a-f]+))?$/u.exec(
    image,
  )
  const [, registry, region, repositoryName, tag, imageDigest] = found ?? []
  if (tag !== undefined) return tag
  if (imageDigest === undefined || registry !== account.id || region !== account.region) return null
  try {
    const { imageDetails = [] } = await account.ecr.send(
      new DescribeImagesCommand({ repositoryName, imageIds: [{ imageDigest }] }),
    )
    return imageDetails[0]?.imageTags?.find((one) => /^[0-9a-f]{40}$/u.test(one)) ?? null
  } catch (error) {
    if (refusalOf(error, 'ecr:DescribeImages') === null) throw error
    return null
  }
}
