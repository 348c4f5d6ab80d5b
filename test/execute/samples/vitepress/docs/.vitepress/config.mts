import { defineConfig } from 'vitepress'

export default defineConfig({ title: 'Slipway sample' })
