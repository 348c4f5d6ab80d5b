import type { App, Context, Some } from '../../model.ts'
import { pascal } from '../names.ts'
import { artifacts, images } from './artifacts.ts'
import { stackBase } from './names.ts'
import { stackRole } from './stack-role.ts'
import { hasImages } from './statements.ts'

type Resources = Record<string, unknown>

/** Bucket for what is deployed, and for each app the role that CloudFormation works with, and a repository for images. */
export function samResources(apps: Some<App>, context: Context): Resources {
  return Object.assign(
    { ...artifacts },
    ...apps.map((app) => ({
      [`${pascal(app.name)}StackRole`]: stackRole(app, `${stackBase(app, context)}-\${Environment}`),
      ...(hasImages(app) ? { [`${pascal(app.name)}Images`]: images } : {}),
    })),
  )
}

export function samOutputs(apps: Some<App>): Resources {
  return Object.assign(
    { SamArtifactsBucketName: { Description: 'Where built functions are put', Value: { Ref: 'SamArtifacts' } } },
    ...apps.map((app) => ({
      [`${pascal(app.name)}StackRoleArn`]: {
        Description: `CloudFormation works with it for ${app.name}`,
        Value: { 'Fn::GetAtt': [`${pascal(app.name)}StackRole`, 'Arn'] },
      },
      ...(hasImages(app)
        ? {
            [`${pascal(app.name)}ImagesUri`]: {
              Description: `Where function images of ${app.name} are put`,
              Value: { 'Fn::GetAtt': [`${pascal(app.name)}Images`, 'RepositoryUri'] },
            },
          }
        : {}),
    })),
  )
}
