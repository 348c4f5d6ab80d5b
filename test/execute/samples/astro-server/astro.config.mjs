import awsAmplify from 'astro-aws-amplify'
import { defineConfig } from 'astro/config'

export default defineConfig({ output: 'server', adapter: awsAmplify() })
