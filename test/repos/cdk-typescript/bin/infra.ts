import * as cdk from 'aws-cdk-lib'
import { SiteStack } from '../lib/site-stack'
new SiteStack(new cdk.App(), 'SiteStack')
