import { type ImageDetail, paginateDescribeImages } from '@aws-sdk/client-ecr'
import type { Account } from './account.ts'
import { isNamed } from './refusal.ts'

/**
 * The image that was pushed last to a repository of the account, by its digest: `123….dkr.ecr.REGION.amazonaws.com/shop/web@sha256:…`. Pipelines tag
 * what they deploy; layers of an image without a tag do not count. Null: nothing was pushed yet, or there is no such repository.
 */
export async function newestImage(account: Account, repositoryName: string): Promise<string | null> {
  let newest: ImageDetail | null = null
  try {
    const asked = { repositoryName, filter: { tagStatus: 'TAGGED' as const } }
    for await (const page of paginateDescribeImages({ client: account.ecr, pageSize: 1000 }, asked)) {
      for (const image of page.imageDetails ?? []) if (newest === null || timeOf(image) > timeOf(newest)) newest = image
    }
  } catch (error) {
    if (isNamed(error, 'RepositoryNotFoundException')) return null
    throw error
  }
  if (newest?.imageDigest === undefined) return null
  const domain = account.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'
  return `${account.id}.dkr.ecr.${account.region}.${domain}/${repositoryName}@${newest.imageDigest}`
}

function timeOf({ imagePushedAt }: ImageDetail): number {
  return imagePushedAt?.getTime() ?? 0
}
