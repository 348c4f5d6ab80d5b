import * as cdk from 'aws-cdk-lib'
export class SiteStack extends cdk.Stack {}
